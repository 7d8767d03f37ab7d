using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <summary>
/// A place on a thread's stack, by which code that it calls knows that it is on the same thread: stacks of living threads don't overlap. To ask the runtime which thread this is takes a call,
/// at which all that is in registers is saved; this takes a subtraction.
/// </summary>
internal readonly struct StackAnchor
{
    // Less than what is left of the stack where an anchor is: below, it ends in the thread's own stack.
    private const int Reach = 1 << 16;

    private readonly nint _place;

    private StackAnchor(nint place) => _place = place;

    /// <summary>An anchor in the frame of a local; where too little of the stack is left below it, one that is over nothing.</summary>
    /// <param name="local">The local.</param>
    /// <param name="memory">The thread's, where it is noted how deep the stack was when enough was left: higher up there is.</param>
    public static StackAnchor At(ref byte local, ThreadMemory memory)
    {
        nint place = PlaceOf(ref local);
        if (memory.DeepestAnchor == 0 || (nuint)place < (nuint)memory.DeepestAnchor)
        {
            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
                return default;
            memory.DeepestAnchor = place;
        }

        return new StackAnchor(place);
    }

    /// <summary>Whether it is over nothing, wherever it was meant to be.</summary>
    public bool IsNone => _place == 0;

    /// <summary>Whether this runs on the anchor's thread, called from its frame or from where that stood. Not so for frames far below it, which are on its thread all the same.</summary>
    public bool IsOver
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Unsafe.SkipInit(out byte here);
            return (nuint)(_place - PlaceOf(ref here)) < Reach;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint PlaceOf(ref byte local) => Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref local);
}
