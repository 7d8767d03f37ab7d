using System.Runtime.CompilerServices;
using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Execution;

/// <content>
/// An input in memory that is used again: what a handler is given, and what the frames go on with, has to be written or copied into memory of its own, since both
/// may keep it; all else is over when the path is.
/// </content>
public ref partial struct FastPath
{
    /// <summary>Whether the parts of the input are in memory that is used again, so that nothing built of them may be handed out.</summary>
    public readonly bool IsBorrowed => _more is Scratch;

    /// <summary>Whether a value may be in that memory, or hold what is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Lends(JsonValue value) => ReferenceEquals(value.Node, _document) || value.IsBuilt;

    /// <summary>A part of what a handler is given that was written: what stands in its own memory, and not in the input's.</summary>
    /// <param name="arguments">What the handler is given.</param>
    /// <param name="row">Where the part is, as <see cref="ArrayWriter.Member"/> gave it.</param>
    public static JsonValue Given(JsonValue arguments, int row) => new(arguments.Node, row);

    private readonly Scratch? Scratch => _more as Scratch;

    private readonly ThreadMemory Memory => _memory ?? ThreadMemory.Current;

    private readonly int[]? Slots => Scratch is { } scratch ? scratch.Slots : (int[]?)_more;

    /// <summary>Writes what a handler is given, for <see cref="TakeArguments"/>, of an input that is borrowed.</summary>
    public readonly ArrayWriter BeginArguments() => Scratch!.Arguments.BeginArguments();

    /// <summary>Writes the members of an object that a handler is given, for <see cref="TakeObject"/>, of an input that is borrowed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly ArrayWriter BeginObject() => Scratch!.Arguments.BeginObject();

    /// <summary>The object whose members were written for a handler that is about to be called, in memory of its own; missing when it is no JSON or too large.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public JsonValue TakeObject(ArrayWriter written)
    {
        ArgumentNullException.ThrowIfNull(written);
        written.CloseObject();
        return TakeArguments(written);
    }

    /// <summary>What was written for a handler that is about to be called, in memory of its own; missing when it is no JSON or too large.</summary>
    public JsonValue TakeArguments(ArrayWriter written)
    {
        ArgumentNullException.ThrowIfNull(written);
        // The path is in the frame from which all its handlers are called.
        if (Scratch is not { } scratch)
            return written.TakeArguments(StackAnchor.At(ref Unsafe.As<FastPath, byte>(ref this), Memory), Memory);
        if (scratch.Anchor.IsNone)
            scratch.Anchor = StackAnchor.At(ref Unsafe.As<FastPath, byte>(ref this), Memory);
        return written.TakeArguments(scratch.Anchor, Memory);
    }

    /// <summary>What a path finds, as <see cref="PathQuery.Evaluate(JsonValue)"/> says; no more than what it starts from may it be handed out.</summary>
    public readonly JsonValue Evaluate(PathQuery query, JsonValue root) => query.Evaluate(root, Lends(root) ? Scratch : null);

    /// <summary>Writes what a path finds as the next element, or the value of the member named last.</summary>
    public readonly void Write(ArrayWriter writer, PathQuery query, JsonValue root)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Write(writer, root, Scratch);
    }

    // The path is left: its parts are no longer needed, but for what the frames go on with.
    internal void Own()
    {
        if (Scratch is not { } scratch)
            return;
        (Data, Arguments) = (scratch.Own(in Data), scratch.Own(in Arguments));
        if (Variables is not null)
        {
            for (int i = 0; i < Variables.Length; i++)
                Variables[i] = scratch.Own(in Variables[i]);
        }

        scratch.Return(Memory);
    }
}
