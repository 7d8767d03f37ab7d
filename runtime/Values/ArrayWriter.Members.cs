using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <content>Members of objects, and objects that handlers are given.</content>
public sealed partial class ArrayWriter
{
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

    /// <summary>Writes a member of the innermost object; its names are distinct. Gives where the value is, for <see cref="Execution.FastPath.Given"/>.</summary>
    // Not inlined: emitted code calls it once for each member, and what is done once is the faster the shorter it is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Member(Key key, in JsonValue value)
    {
        int row = _count + 1;
        Name(key);
        Add(in value);
        return row;
    }

    /// <summary>Writes the members of this name of an array's elements, each an element.</summary>
    internal void AddMembers(Document document, int array, Key name)
    {
        int element = array + 1, end = document.Rows[array].Next;
        while (document.NextMember(ref element, end, name) is >= 0 and int found)
            Part(document, found);
    }
}
