using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Compiled.Values;

/// <summary>
/// Writes an array as text while its elements come about, and notes where its values are, so that it is a value without being read again. For emitted
/// code. <b>Promise</b>: for one thread; after <see cref="Take"/> it may not be used.
/// </summary>
public sealed partial class ArrayWriter
{
    // Most names and values are so short that a vector copies them.
    private const int Short = 32;

    // An array with more text is beyond what an execution may have anyway.
    private const int MostBytes = 1 << 18, FirstBytes = 4096, FirstRows = 512;

    [ThreadStatic]
    private static ArrayWriter? t_free;

    private readonly int[] _open = new int[JsonValue.MaxDepth];
    private byte[] _bytes = new byte[FirstBytes];
    private Row[] _rows = new Row[FirstRows];
    private int _at, _count, _depth, _deepest;
    private bool _isRefused, _isText, _isRespelled;
    private ArrayWriter? _next;

    /// <summary>Whether the array holds what is no JSON, or so much that nobody may have it: then it can't be taken.</summary>
    public bool IsFull => _at > MostBytes || _isRefused;

    /// <summary>An array without elements yet, in a writer that this thread has used before if there is one.</summary>
    /// <param name="isText">Whether nobody looks into the array, which is only written.</param>
    public static ArrayWriter Rent(bool isText = false)
    {
        ArrayWriter writer = t_free ?? new ArrayWriter();
        t_free = writer._next;
        writer._next = null;
        writer._isText = isText;
        writer.Begin();
        return writer;
    }

    /// <summary>The array of what was written, and the end of the writer's use; missing when it <see cref="IsFull"/>.</summary>
    public JsonValue Take()
    {
        JsonValue taken = default;
        if (!IsFull)
        {
            End((byte)']');
            byte[] bytes = GC.AllocateUninitializedArray<byte>(_at + Document.Spare);
            _bytes.AsSpan(0, _at).CopyTo(bytes);
            _rows[0] = new Row(0, _at, _count, RowKind.Array);
            taken = new JsonValue(new Document(bytes, _rows.AsSpan(0, _count).ToArray(), _deepest), 0);
        }

        GiveBack();
        return taken;
    }

    /// <summary>Opens an object as the next element or the value of the member named last.</summary>
    public void OpenObject() => Open((byte)'{', RowKind.Object);

    /// <summary>Closes the innermost object.</summary>
    public void CloseObject() => Close((byte)'}', RowKind.Object);

    /// <summary>Opens an array as the next element or the value of the member named last.</summary>
    public void OpenArray() => Open((byte)'[', RowKind.Array);

    /// <summary>Closes the innermost array.</summary>
    public void CloseArray() => Close((byte)']', RowKind.Array);

    /// <summary>Names the next member of the innermost object; its names are distinct.</summary>
    public void Name(Key key)
    {
        Reserve(key.Length, 1);
        int start = _at;
        Copy(key.Spared, 0, key.Length);
        if (!_isText)
            _rows[_count++] = new Row(start, _at - 1, _open[_depth - 1], key.Kind);
    }

    /// <summary>Writes the next element, or the value of the member named last.</summary>
    public void Add(in JsonValue value)
    {
        if (value.Node is Document document)
        {
            Part(document, (int)value.Bits);
        }
        else if (ReferenceEquals(value.Node, Tag.Integer))
        {
            Integer(value.Bits);
        }
        else
        {
            Other(in value);
        }
    }

    private void GiveBack()
    {
        if (_bytes.Length > MostBytes)
            return;
        _next = t_free;
        t_free = this;
    }

    private void Begin()
    {
        _bytes[0] = (byte)'[';
        _at = _count = 1;
        _depth = _deepest = 1;
        _open[0] = 0;
        _isRefused = _isRespelled = false;
    }

    private void Open(byte bracket, RowKind kind)
    {
        Reserve(1, 1);
        _open[_depth++] = _count;
        _deepest = Math.Max(_deepest, _depth);
        if (!_isText)
            _rows[_count++] = new Row(_at, 0, 0, kind);
        _bytes[_at++] = bracket;
    }

    private void Close(byte bracket, RowKind kind)
    {
        Reserve(2, 0);
        End(bracket);
        int row = _open[--_depth];
        if (!_isText)
            _rows[row] = new Row(_rows[row].Start, _at, _count, kind);
        _bytes[_at++] = (byte)',';
    }

    // A comma stands behind each value, so that the last one's is taken back.
    private void End(byte bracket)
    {
        if (_bytes[_at - 1] == ',')
            _at--;
        else
            Reserve(1, 0);
        _bytes[_at++] = bracket;
    }

    // Each thing is asked once: what is written in between might be it.
    private void Part(Document document, int row)
    {
        Row[] read = document.Rows;
        ref readonly Row part = ref read[row];
        int from = part.Start, length = part.Length, rows = part.Next - row;
        Reserve(length + 1, rows);
        int start = _at, end = start + length, count = _count;
        ref byte to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), start);
        Copy(document.Bytes, from, length, ref to);
        Unsafe.Add(ref to, length) = (byte)',';
        _at = end + 1;
        if (part.JsonKind is JsonKind.Array or JsonKind.Object)
            _deepest = Math.Max(_deepest, _depth + document.Depth);
        if (_isText)
            return;
        if (rows == 1)
            Row.Put(ref _rows[count], start, end, count + 1, part.Kind);
        else
            Row.Move(read.AsSpan(row, rows), _rows.AsSpan(count), start - from, count - row);
        _count = count + rows;
    }

    private void Integer(long value)
    {
        Reserve(NumberFormat.Longest + 1, 1);
        int start = _at;
        _at += NumberFormat.Write(value, _bytes.AsSpan(_at));
        Scalar(start, RowKind.Integer);
    }

    private void Scalar(int start, RowKind kind)
    {
        if (!_isText)
        {
            _rows[_count] = new Row(start, _at, _count + 1, kind);
            _count++;
        }

        _bytes[_at++] = (byte)',';
    }

    private void Other(in JsonValue value)
    {
        switch (value.Node)
        {
            case string text:
                Text(text);
                break;
            case JsonProperty[] members:
                Members(members);
                break;
            case JsonValue[] items:
                OpenArray();
                foreach (ref readonly JsonValue item in items.AsSpan())
                    Add(in item);
                CloseArray();
                break;
            case Tag tag:
                Tagged(tag, value.Bits);
                break;
            default:
                _isRefused = true;
                break;
        }
    }

    private void Members(JsonProperty[] members)
    {
        OpenObject();
        foreach (ref readonly JsonProperty member in members.AsSpan())
            Member(member.Key, member.Value);
        CloseObject();
    }

    private void Tagged(Tag tag, long bits)
    {
        Reserve(NumberFormat.Longest + 1, 1);
        int start = _at;
        if (ReferenceEquals(tag, Tag.Double))
        {
            // Also one without a fraction is no whole number that was written so: what is made of it later would differ.
            _at += NumberFormat.Write(BitConverter.Int64BitsToDouble(bits), _bytes.AsSpan(_at));
            _isRespelled |= !_bytes.AsSpan(start, _at - start).ContainsAny((byte)'.', (byte)'e', (byte)'E');
            Scalar(start, RowKind.Decimal);
            return;
        }

        ReadOnlySpan<byte> word = ReferenceEquals(tag, Tag.True) ? "true"u8 : ReferenceEquals(tag, Tag.False) ? "false"u8 : "null"u8;
        word.CopyTo(_bytes.AsSpan(_at));
        _at += word.Length;
        Scalar(start, ReferenceEquals(tag, Tag.True) ? RowKind.True : ReferenceEquals(tag, Tag.False) ? RowKind.False : RowKind.Null);
    }

    private void Text(string text)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        buffer.String(text);
        ReadOnlySpan<byte> written = buffer.Written;
        Reserve(written.Length + 1, 1);
        int start = _at;
        written.CopyTo(_bytes.AsSpan(_at));
        _at += written.Length;
        // U+FFFD stands for half a surrogate pair, which the text that it is written to can't hold.
        _isRefused |= written.Contains((byte)0xEF) && HasLoneSurrogate(text);
        Scalar(start, written.Contains((byte)'\\') ? RowKind.Escaped : RowKind.Plain);
        buffer.Return();
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Copy(byte[] text, int start, int length)
    {
        Copy(text, start, length, ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), _at));
        _at += length;
    }

    // Copies a few bytes with one vector: what is too much, the next write overwrites.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(byte[] text, int start, int length, ref byte to)
    {
        if (length <= Short && start <= text.Length - Short)
            Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(text), (nuint)start).StoreUnsafe(ref to);
        else
            text.AsSpan(start, length).CopyTo(MemoryMarshal.CreateSpan(ref to, length));
    }

    // There is always room for a vector behind what was asked for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int bytes, int rows)
    {
        if (_bytes.Length - _at < bytes + Short || _rows.Length - _count < rows)
            Grow(bytes, rows);
    }

    private void Grow(int bytes, int rows)
    {
        int wanted = checked(_at + bytes + Short);
        if (wanted > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(wanted, _bytes.Length * 2));
        if (_count + rows > _rows.Length)
            Array.Resize(ref _rows, Math.Max(_count + rows, _rows.Length * 2));
    }
}
