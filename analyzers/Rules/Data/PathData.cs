using System.Collections.Concurrent;
using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>What <c>$</c> looks like where a path is written.</summary>
internal sealed class PathData(MachineShapes shapes)
{
    private static readonly Shape s_error = Shape.Object([]).With("Error", Shape.Unknown).With("Cause", Shape.Unknown);

    // A compiler asks about a definition and about its class at the same time.
    private readonly ConcurrentDictionary<State, StateData> _known = new();

    /// <summary>The data of a state.</summary>
    public StateData Of(State state) => _known.GetOrAdd(state, state => shapes[state.Flow].DataOf(state));

    /// <summary>What comes into a state; <see cref="Shape.Nothing"/> for one that is never entered.</summary>
    public Shape EntryOf(State state) => shapes[state.Flow].Entry(state);

    /// <summary>The shape at a path's root; null where it does not start at the data, or where what was to be there has its own fault.</summary>
    public Shape? Of(PathUse use)
    {
        if (use.Path.Root != Language.Expressions.PathRoot.Input)
            return null;
        StateData data = Of(use.State);
        Shape shape = use.Place switch
        {
            DataPlace.RawInput => data.Entry,
            DataPlace.Input => data.Input,
            DataPlace.Result => data.Result,
            DataPlace.Output => data.Output,
            _ => s_error,
        };
        // A field whose own path leads nowhere has its fault; what would follow from it has none.
        return shape.Kinds == Language.Expressions.IntrinsicKinds.None ? null : shape;
    }
}
