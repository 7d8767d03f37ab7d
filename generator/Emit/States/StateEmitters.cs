using System;
using Compiled.Generator.Emit.Queries;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.States;

/// <summary>One emitter a state type.</summary>
internal static class StateEmitters
{
    public static void Emit(FlowEmitter flow, State state)
    {
        if (state.QueryLanguage == QueryLanguage.Jsonata)
        {
            QueryStates.Emit(flow, state);
            return;
        }
        switch (state)
        {
            case TaskState task: TaskEmitter.Emit(flow, task); break;
            case PassState pass: PassEmitter.Emit(flow, pass); break;
            case ChoiceState choice: ChoiceEmitter.Emit(flow, choice); break;
            case WaitState wait: WaitEmitter.Emit(flow, wait); break;
            case SucceedState succeed: SucceedEmitter.Emit(flow, succeed); break;
            case FailState fail: FailEmitter.Emit(flow, fail); break;
            case ParallelState parallel: ParallelEmitter.Emit(flow, parallel); break;
            case MapState map: MapEmitter.Emit(flow, map); break;
            default: throw new InvalidOperationException($"'{state.GetType().Name}' has no emitter.");
        }
    }
}
