using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.InPlace;

/// <summary>
/// Finds the Parallel and Map states whose flows have no effect: nothing in them calls, waits or comes to a state twice. Without a history
/// such flows need no frame: see docs/decisions/0021.
/// </summary>
internal static class InPlaceFlows
{
    /// <summary>Whether all flows inside the state can run in the frame of the flow around it.</summary>
    public static bool Runs(State state) => state is ParallelState or MapState { IsDistributed: false } && Of(state).All(IsWithoutEffect);

    /// <summary>The flows of a Parallel or Map state, in the order in which they start.</summary>
    public static IReadOnlyList<Flow> Of(State state) => state switch
    {
        ParallelState parallel => parallel.Branches,
        MapState map => [map.Processor],
        _ => [],
    };

    /// <summary>The flows inside a state that runs them in place, and all inside these.</summary>
    public static IEnumerable<Flow> Within(State state) => Of(state).SelectMany(flow => flow.States.SelectMany(Within).Prepend(flow));

    private static bool IsWithoutEffect(Flow flow) => !flow.HasLoop && flow.States.All(IsWithoutEffect);

    // A retry waits, if only for no time at all.
    private static bool IsWithoutEffect(State state) => state switch
    {
        PassState or ChoiceState or SucceedState or FailState => true,
        WorkState work => Runs(work) && !FailureEmitter.Counters(work).Any(),
        _ => false,
    };
}
