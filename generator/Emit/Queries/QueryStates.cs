using System.Linq;
using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Queries;

/// <summary>The states in JSONata, type by type. FEATURES A4, L-220, L-233, L-250, L-260, L-265.</summary>
internal static class QueryStates
{
    private const string OnFault = "return Fail(fault);";

    public static void Emit(FlowEmitter flow, State state)
    {
        switch (state)
        {
            case WorkState work:
                new WorkEmitter(flow, work).Emit();
                break;
            case ChoiceState choice:
                Choice(flow, choice);
                break;
            case WaitState wait:
                Wait(flow, wait);
                break;
            case FailState fail:
                Fail(flow, fail);
                break;
            default:
                flow.Enter(state);
                Exit(flow, state);
                break;
        }
    }

    private static void Exit(FlowEmitter flow, State state)
    {
        bool built = ExitEmitter.Emit(flow, state, "Exit", state.Assign, state.Output, null, isError: false, OnFault);
        flow.Leave(state, built);
    }

    /// <summary>One method tries the rules from top to bottom and says which holds, from 1; what follows is decided here.</summary>
    private static void Choice(FlowEmitter flow, ChoiceState choice)
    {
        CodeWriter code = flow.Code;
        flow.Enter(choice);
        code.Open($"switch ({Rule(flow, choice)}(data, ref fault))");
        for (int i = 0; i < choice.Rules.Count; i++)
        {
            ChoiceRule rule = choice.Rules[i];
            code.Comment(rule.Condition.Source.ToCompactJson());
            code.Line($"case {i + 1}:").Indent();
            Transition(flow, choice, $"Rule{i}", rule.Assign, rule.Output, rule.Next);
            code.Outdent();
        }
        code.Close();
        code.If("fault is not null", OnFault);
        if (choice.Default is { } otherwise)
        {
            code.Comment($"\"Default\": \"{otherwise.Name}\"");
            Transition(flow, choice, "Default", choice.Assign, choice.Output, otherwise);
        }
        else
            code.Line("return FailNoChoiceMatched();");
    }

    private static void Transition(FlowEmitter flow, ChoiceState choice, string field, Assignment? assign, Template? output, State next)
    {
        bool built = ExitEmitter.Emit(flow, choice, field, assign, output, null, isError: false, OnFault);
        flow.Leave(choice, built, next);
    }

    private static string Rule(FlowEmitter flow, ChoiceState choice)
    {
        JsonataCondition[] conditions = [.. choice.Rules.Select(rule => (JsonataCondition)rule.Condition)];
        return new QueryEmitter(flow, choice).Method(
            "Rule", "int", "JsonValue input, ", conditions.Select(condition => condition.Expression), new QueryScope("input"), body => Decide(body, conditions));
    }

    // The text of AWS's location for a condition is not recorded; the field is what the other locations start with.
    private static void Decide(QueryEmitter.Body body, JsonataCondition[] conditions)
    {
        for (int i = 0; i < conditions.Length; i++)
        {
            if (conditions[i].Expression is { } expression)
                body.Code.If(body.Value(expression, $"Choices/{CSharp.Number(i)}/Condition", "TakeBoolean", "bool"), $"return {CSharp.Number(i + 1)};");
            else if (conditions[i].Constant == true)
            {
                body.Code.Line($"return {CSharp.Number(i + 1)};");
                return;
            }
        }
        body.Code.Line("return 0;");
    }

    private static void Wait(FlowEmitter flow, WaitState wait)
    {
        CodeWriter code = flow.Code;
        flow.Enter(wait);
        code.Label(flow.AttemptOf(wait));
        string start = wait.SecondsExpression is { } seconds ? Seconds(flow, wait, seconds)
            : wait.TimestampExpression is { } timestamp ? Timestamp(flow, wait, timestamp)
            : WaitEmitter.Literal(flow, wait);
        code.If("fault is not null", OnFault);
        code.Open($"if ({start})");
        code.Line("Data = data;").Line($"Position = {FlowEmitter.SignalledPosition(wait)};").Line("return Next.Wait;").Close();
        code.Label(flow.NameOf(wait) + "_Signalled");
        Exit(flow, wait);
    }

    private static string Seconds(FlowEmitter flow, WaitState wait, JsonataText expression)
    {
        flow.Quote(wait, "Seconds");
        string method = new QueryEmitter(flow, wait).Method("Seconds", "long", "JsonValue input, ", [expression], new QueryScope("input"), body =>
            body.Code.Line($"return {body.Value(expression, "Seconds", "TakeWhole", "long", "0, long.MaxValue, ")};"));
        string local = flow.NameOf(wait) + "Seconds";
        flow.Code.Line($"long {local} = {method}(data, ref fault);");
        flow.Code.Line($"fault ??= PathFields.Length({local});");
        return $"StartWait({local})";
    }

    private static string Timestamp(FlowEmitter flow, WaitState wait, JsonataText expression)
    {
        const string Time = "global::System.DateTimeOffset";
        flow.Quote(wait, "Timestamp");
        string method = new QueryEmitter(flow, wait).Method("Timestamp", Time, "JsonValue input, ", [expression], new QueryScope("input"), body =>
            body.Code.Line($"return {body.Value(expression, "Timestamp", "TakeTimestamp", Time)};"));
        string local = flow.NameOf(wait) + "Until";
        flow.Code.Line($"{Time} {local} = {method}(data, ref fault);");
        flow.Code.Line($"fault ??= PathFields.Until({local}, Execution.Now);");
        return $"StartWaitUntil({local})";
    }

    private static void Fail(FlowEmitter flow, FailState fail)
    {
        flow.Enter(fail);
        string error = Text(flow, fail, "Error", fail.Error, fail.ErrorExpression);
        string cause = Text(flow, fail, "Cause", fail.Cause, fail.CauseExpression);
        flow.Code.Line($"return FailState({error}, {cause});");
    }

    private static string Text(FlowEmitter flow, FailState fail, string field, string? text, JsonataText? expression)
    {
        if (expression is null)
            return CSharp.Text(text);
        flow.Quote(fail, field);
        string method = new QueryEmitter(flow, fail).Method(field, "string?", "JsonValue input, ", [expression], new QueryScope("input"), body =>
            body.Code.Line($"return {body.Value(expression, field, "TakeText", "string?")};"));
        string local = flow.NameOf(fail) + field;
        flow.Code.Line($"string? {local} = {method}(data, ref fault);");
        flow.Code.If("fault is not null", OnFault);
        return local;
    }
}
