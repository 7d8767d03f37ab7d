using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Compiled.Values;

/// <content>Members of objects, and objects that handlers are given.</content>
public sealed partial class ArrayWriter
{
    // Most names and values are so short that a vector copies them.
    private const int Short = 32;

    /// <summary>Begins one value that is no element of an array, which <see cref="Execution.FastPath.TakeArguments"/> takes, in a writer that nobody else has.</summary>
    public ArrayWriter BeginArguments()
    {
        _at = _count = _depth = _deepest = 0;
        _isRefused = _isRespelled = false;
        return this;
    }

    /// <summary>Begins one object that is no element of an array, which <see cref="Execution.FastPath.TakeObject"/> takes, in a writer that nobody else has.</summary>
    internal ArrayWriter BeginObject()
    {
        BeginArguments();
        OpenObject();
        return this;
    }

    /// <summary>The one value that was written, for a handler that is called from the frame of the anchor; missing when it <see cref="IsFull"/>. The writer may begin another.</summary>
    internal JsonValue TakeArguments(StackAnchor anchor, ThreadMemory memory)
    {
        JsonValue taken = default;
        if (!IsFull)
        {
            // Without the comma behind it.
            byte[] bytes = GC.AllocateUninitializedArray<byte>(_at - 1 + Document.Spare);
            _bytes.AsSpan(0, _at - 1).CopyTo(bytes);
            taken = new JsonValue(_isRespelled ? new Document(bytes, _rows.AsSpan(0, _count).ToArray(), _deepest) : SpareRows.Write(bytes, ref _rows, _count, _deepest, anchor, memory), 0);
        }

        if (_bytes.Length > MostBytes)
            _bytes = new byte[FirstBytes];
        return taken;
    }

    // Not inlined: emitted code calls it once for each member, and what is done once is the faster the shorter it is.
    /// <summary>Writes a member of the innermost object; its names are distinct. Gives where the value is, for <see cref="Execution.FastPath.Given"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Member(Key key, in JsonValue value)
    {
        int row = _count + 1;
        if (value.Node is Document document && key.Length <= Short)
        {
            CopyMember(key, document, (int)value.Bits);
        }
        else
        {
            Name(key);
            Add(in value);
        }

        return row;
    }

    // Of a text that was read, name and value at once, each thing asked once.
    private void CopyMember(Key key, Document document, int row)
    {
        Row[] read = document.Rows;
        ref readonly Row part = ref read[row];
        int length = part.Length, rows = part.Next - row;
        bool isScalar = rows == 1;
        Reserve(Short + length + 1, 1 + rows);
        int count = _count, start = _at, middle = start + key.Length, end = middle + length;
        ref byte to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), start);
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(key.Spared)).StoreUnsafe(ref to);
        to = ref Unsafe.Add(ref to, key.Length);
        Copy(document.Bytes, part.Start, length, ref to);
        Unsafe.Add(ref to, length) = (byte)',';
        _at = end + 1;
        if (part.JsonKind is JsonKind.Array or JsonKind.Object)
            _deepest = Math.Max(_deepest, _depth + document.Depth);
        if (_isText)
            return;
        ref Row written = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), count);
        Row.Put(ref written, start, middle - 1, _open[_depth - 1], key.Kind);
        if (isScalar)
            Row.Put(ref Unsafe.Add(ref written, 1), middle, end, count + 2, part.Kind);
        else
            Row.Move(read.AsSpan(row, rows), _rows.AsSpan(count + 1), middle - part.Start, count + 1 - row);
        _count = count + 1 + rows;
    }

    /// <summary>Writes the members of this name of an array's elements, each an element.</summary>
    internal void AddMembers(Document document, int array, Key name)
    {
        int element = array + 1, end = document.Rows[array].Next;
        while (document.NextMember(ref element, end, name) is >= 0 and int found)
        {
            if (!TryAddShort(document, found))
                Part(document, found);
        }
    }

    // A short text or number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryAddShort(Document document, int row)
    {
        ref readonly Row part = ref document.Rows[row];
        int length = part.Length, start = _at, count = _count, from = part.Start;
        byte[] text = document.Bytes, bytes = _bytes;
        Row[] rows = _rows;
        if (part.JsonKind is JsonKind.Array or JsonKind.Object || length > Short || from > text.Length - Short || start >= bytes.Length - 2 * Short || count >= rows.Length)
            return false;
        ref byte to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), start);
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(text), (nuint)from).StoreUnsafe(ref to);
        Unsafe.Add(ref to, length) = (byte)',';
        if (!_isText)
        {
            Row.Put(ref rows[count], start, start + length, count + 1, part.Kind);
            _count = count + 1;
        }

        _at = start + length + 1;
        return true;
    }
}
