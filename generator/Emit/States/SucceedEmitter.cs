using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.States;

/// <summary>Succeed: the flow's end; output = input. FEATURES L-260.</summary>
internal static class SucceedEmitter
{
    public static void Emit(FlowEmitter flow, SucceedState state)
    {
        flow.Enter(state);
        string input = flow.Input(state);
        if (input != "data")
            flow.Code.Line($"data = {input};");
        flow.Leave(state, built: false);
    }
}
