using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Compiled.Values;

/// <summary>
/// A growing buffer of UTF-8 JSON text. <b>Promise</b>: not safe for use by two threads at once; after <see cref="Return()"/> neither the
/// buffer nor a span taken from it may be used.
/// </summary>
public sealed class JsonBuffer : IBufferWriter<byte>
{
    private const int FirstSize = 1024;
    private const int LargestKept = 1 << 20;

    private static readonly SearchValues<char> s_escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] _bytes = new byte[FirstSize];
    private int _count;
    private Utf8JsonWriter? _writer;

    /// <summary>What has been written so far. The span is good until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>How many bytes have been written.</summary>
    public int Length => _count;

    /// <summary>An empty buffer, the one that this thread returned last if there is one.</summary>
    public static JsonBuffer Rent() => Rent(ThreadMemory.Current);

    /// <summary>An empty buffer of this thread.</summary>
    internal static JsonBuffer Rent(ThreadMemory memory)
    {
        JsonBuffer? free = memory.Buffer;
        if (free is null)
        {
            return new JsonBuffer();
        }

        memory.Buffer = null;
        free._count = 0;
        return free;
    }

    /// <summary>Gives the buffer back to this thread; one that grew beyond a mebibyte is left to the collector.</summary>
    public void Return() => Return(ThreadMemory.Current);

    /// <summary>Gives the buffer back to this thread.</summary>
    internal void Return(ThreadMemory memory)
    {
        if (_bytes.Length <= LargestKept)
        {
            memory.Buffer = this;
        }
    }

    /// <summary>Forgets what has been written.</summary>
    public void Clear() => _count = 0;

    /// <summary>Appends one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Byte(byte value)
    {
        if (_count == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[_count++] = value;
    }

    /// <summary>Appends bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        _count += utf8.Length;
    }

    /// <summary>Appends a value's compact text.</summary>
    /// <exception cref="InvalidOperationException">The value or a part of it is missing, a failure, or nests deeper than <see cref="JsonValue.MaxDepth"/>.</exception>
    public void Value(JsonValue value)
    {
        if (value.Node is Document document)
        {
            Part(document, (int)value.Bits);
        }
        else
        {
            value.Write(this);
        }
    }

    /// <summary>Appends a value's compact text, which a number was written with before in this buffer: inside a text, as <c>States.Format</c> has it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="start">The <see cref="Length"/> when that began.</param>
    /// <param name="end">The <see cref="Length"/> when it ended.</param>
    public void Again(JsonValue value, int start, int end)
    {
        const int Most = 16;
        if ((ReferenceEquals(value.Node, Tag.Double) || ReferenceEquals(value.Node, Tag.Integer)) && (uint)(end - start) <= Most && (uint)start <= (uint)_count
            && _count <= _bytes.Length - Most)
        {
            ref byte bytes = ref MemoryMarshal.GetArrayDataReference(_bytes);
            Vector128.LoadUnsafe(ref bytes, (nuint)start).StoreUnsafe(ref bytes, (nuint)_count);
            _count += end - start;
            return;
        }

        Value(value);
    }

    /// <summary>Appends the compact text of an object with members set in it, as <see cref="JsonValue.With(ReadOnlySpan{JsonProperty})"/> would give it.</summary>
    /// <exception cref="InvalidOperationException">The value is no object, or one of the members' values has no text.</exception>
    public void With(JsonValue origin, params ReadOnlySpan<JsonProperty> changes)
    {
        if (origin.Node is Document document && TryAppendTo(document, (int)origin.Bits, changes))
            return;
        origin.With(changes).Write(this);
    }

    // New members stand behind those that the text has, before its last bracket.
    private bool TryAppendTo(Document document, int row, ReadOnlySpan<JsonProperty> changes)
    {
        ref readonly Row part = ref document.Rows[row];
        if (part.Kind != RowKind.Object)
            return false;
        for (int i = 0; i < changes.Length; i++)
        {
            if (document.FindMember(row, changes[i].Key) >= 0 || BuiltObject.IndexOf(changes[..i], changes[i].Key) >= 0)
                return false;
        }

        Part(document.Bytes, part.Start, part.Length - 1);
        bool isEmpty = part.Next == row + 1;
        foreach (ref readonly JsonProperty change in changes)
        {
            if (isEmpty)
                Part(change.Key.Spared, 0, change.Key.Length);
            else
                Name((byte)',', change.Key);
            isEmpty = false;
            Value(change.Value);
        }

        Byte((byte)'}');
        return true;
    }

    /// <summary>Appends a part of a document's text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Part(Document document, int row)
    {
        ref readonly Row part = ref document.Rows[row];
        Part(document.Bytes, part.Start, part.Length);
    }

    /// <summary>Appends a separator, a member's name and its colon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Name(byte separator, Key key)
    {
        int count = _count, length = key.Length;
        byte[] bytes = _bytes;
        if (length <= Key.Spare && count < bytes.Length - Key.Spare)
        {
            // Both at once: what the count is needs no store in between.
            ref byte to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), count);
            to = separator;
            Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(key.Spared)).StoreUnsafe(ref to, 1);
            _count = count + 1 + length;
        }
        else
        {
            Byte(separator);
            Raw(key.Quoted);
        }
    }

    /// <summary>Appends a part of a text that a document has, a few bytes with one vector: what is too much, the next write overwrites.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Part(byte[] text, int start, int length)
    {
        int count = _count;
        if (length <= Vector256<byte>.Count && start <= text.Length - Vector256<byte>.Count && count <= _bytes.Length - Vector256<byte>.Count)
        {
            Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(text), (nuint)start)
                .StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_bytes), (nuint)count);
            _count = count + length;
        }
        else
        {
            Raw(text.AsSpan(start, length));
        }
    }

    /// <summary>Appends a string literal with its quotes. Only what JSON demands is escaped; a lone surrogate becomes U+FFFD.</summary>
    public void String(string value)
    {
        Byte((byte)'"');
        if (TryNarrow(value, Room(value.Length)))
        {
            _count += value.Length;
        }
        else
        {
            Chars(value);
        }

        Byte((byte)'"');
    }

    /// <summary>Appends text inside a string literal that the caller opens and closes, escaped as <see cref="String"/> does.</summary>
    public void Chars(ReadOnlySpan<char> value)
    {
        int special;
        while ((special = value.IndexOfAny(s_escaped)) >= 0)
        {
            Plain(value[..special]);
            Escape(value[special]);
            value = value[(special + 1)..];
        }

        Plain(value);
    }

    /// <summary>Appends a number: the fewest digits that read back as the same double, no <c>.0</c> behind whole numbers.</summary>
    /// <exception cref="ArgumentException">The number is infinite or NaN, which JSON cannot say.</exception>
    public void Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw JsonValue.NotFinite(value);
        }

        _count += NumberFormat.Write(value, Room(NumberFormat.Longest));
    }

    /// <summary>Appends a whole number.</summary>
    public void Number(long value) => _count += NumberFormat.Write(value, Room(NumberFormat.Longest));

    void IBufferWriter<byte>.Advance(int count) => Advance(count);

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Room(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_count);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Room(Math.Max(sizeHint, 1));

    /// <summary>A writer of System.Text.Json that appends to this buffer; it is kept with the buffer.</summary>
    internal Utf8JsonWriter Writer()
    {
        if (_writer is null)
        {
            return _writer = new Utf8JsonWriter(this, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        }

        _writer.Reset(this);
        return _writer;
    }

    /// <summary>How many bytes <see cref="String"/> appends for this text.</summary>
    internal static long StringByteCount(string value)
    {
        long count = Encoding.UTF8.GetByteCount(value) + 2;
        ReadOnlySpan<char> rest = value;
        int special;
        while ((special = rest.IndexOfAny(s_escaped)) >= 0)
        {
            count += Letter(rest[special]) == 'u' ? 5 : 1;
            rest = rest[(special + 1)..];
        }

        return count;
    }

    /// <summary>So many bytes of <see cref="Room"/> have been written.</summary>
    internal void Advance(int count) => _count += count;

    /// <summary>Where the next bytes are to be written, at least so many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<byte> Room(int count)
    {
        if (_bytes.Length - _count < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(_count);
    }

    private void Grow(int count) => Array.Resize(ref _bytes, (int)Math.Max(Math.Min(_bytes.Length * 2L, Array.MaxLength), checked(_count + count)));

    private void Plain(ReadOnlySpan<char> value)
    {
        Utf8.FromUtf16(value, Room(checked(value.Length * 3)), out _, out int written);
        _count += written;
    }

    // ASCII of which nothing is escaped, which most text is, eight at a time. The last eight overlap those before.
    private static bool TryNarrow(string value, Span<byte> target)
    {
        int last = value.Length - Vector128<ushort>.Count;
        if (last < 0)
        {
            return false;
        }

        ref ushort from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value.AsSpan()));
        ref byte to = ref MemoryMarshal.GetReference(target);
        for (int i = 0; ; i = Math.Min(i + Vector128<ushort>.Count, last))
        {
            Vector128<ushort> chars = Vector128.LoadUnsafe(ref from, (nuint)i);
            Vector128<ushort> others = Vector128.LessThan(chars, Vector128.Create((ushort)' ')) | Vector128.GreaterThan(chars, Vector128.Create((ushort)0x7F))
                | Vector128.Equals(chars, Vector128.Create((ushort)'"')) | Vector128.Equals(chars, Vector128.Create((ushort)'\\'));
            if (others != Vector128<ushort>.Zero)
            {
                return false;
            }

            Vector128.Narrow(chars, chars).GetLower().StoreUnsafe(ref to, (nuint)i);
            if (i == last)
            {
                return true;
            }
        }
    }

    private void Escape(char value)
    {
        byte letter = Letter(value);
        Byte((byte)'\\');
        Byte(letter);
        if (letter == 'u')
        {
            Raw("00"u8);
            Byte((byte)('0' + (value >> 4)));
            Byte((byte)"0123456789abcdef"[value & 15]);
        }
    }

    private static byte Letter(char value) => value switch
    {
        '"' or '\\' => (byte)value,
        '\b' => (byte)'b',
        '\t' => (byte)'t',
        '\n' => (byte)'n',
        '\f' => (byte)'f',
        '\r' => (byte)'r',
        _ => (byte)'u',
    };
}
