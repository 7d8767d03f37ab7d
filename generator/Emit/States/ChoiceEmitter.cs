using Compiled.Generator.Emit.Expressions;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.States;

/// <summary>Choice: its rules as <c>if</c>s, from top to bottom; the first true one wins. FEATURES L-230..L-244.</summary>
internal static class ChoiceEmitter
{
    public static void Emit(FlowEmitter flow, ChoiceState state)
    {
        CodeWriter code = flow.Code;
        flow.Enter(state);
        string input = flow.Input(state);
        var conditions = new ConditionEmitter(flow.Paths, input);
        for (int i = 0; i < state.Rules.Count; i++)
        {
            ChoiceRule rule = state.Rules[i];
            code.Comment(rule.Condition.Source.ToCompactJson());
            code.Open($"if ({conditions.Emit(rule.Condition)} && missing is null)");
            AssignEmitter.Emit(flow, state, $"Choices{i}_Assign", rule.Assign, input, "return Fail(fault);");
            Transition(flow, state, input, rule.Next);
            code.Close();
            code.If("missing is not null", "return FailChoice(missing);");
        }
        if (state.Default is { } otherwise)
        {
            code.Comment($"\"Default\": \"{otherwise.Name}\"");
            AssignEmitter.Emit(flow, state, "Assign", state.Assign, input, "return Fail(fault);");
            Transition(flow, state, input, otherwise);
        }
        else
            code.Line("return FailNoChoiceMatched();");
    }

    private static void Transition(FlowEmitter flow, ChoiceState state, string input, State next)
    {
        if (input != "data")
            flow.Code.Line($"data = {input};");
        flow.Leave(state, built: false, next);
    }
}
