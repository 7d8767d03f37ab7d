using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Expressions;
using Compiled.Generator.Emit.Queries;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.States;

/// <summary>
/// Retry and Catch of one state, decided in place: the first retrier that names the error handles it, even when its attempts
/// are used up; then the first catcher that names it. FEATURES L-330..L-356, L-360..L-368.
/// </summary>
internal sealed class FailureEmitter(FlowEmitter flow, WorkState state)
{
    /// <summary>True where any error can be retried.</summary>
    public bool Retries => Counters(state).Any();

    /// <summary>The retriers of a state that count attempts: those that can match an error and allow any.</summary>
    public static IEnumerable<int> Counters(WorkState state) =>
        Enumerable.Range(0, state.Retry.Count).Where(i => state.Retry[i].MaxAttempts > 0 && ErrorNames.Matches(state.Retry[i].ErrorEquals) is not null);

    /// <summary>Those of all states of a flow, which share fields by their numbers.</summary>
    public static int[] Counters(Flow flow) => [.. flow.States.OfType<WorkState>().SelectMany(Counters).Distinct().OrderBy(i => i)];

    /// <summary>The assignment that sets all of a flow's counters to those of an array.</summary>
    public static string Take(int[] counters) => counters.Length == 1
        ? $"{Counter(counters[0])} = counts[0]"
        : $"({string.Join(", ", counters.Select(Counter))}) = ({string.Join(", ", counters.Select((_, i) => $"counts[{CSharp.Number(i)}]"))})";

    /// <summary>The field with the attempts of a retrier.</summary>
    public static string Counter(int retrier) => "_retry" + CSharp.Number(retrier);

    private bool Handles => Retries || state.Catch.Any(catcher => ErrorNames.Matches(catcher.ErrorEquals) is not null);

    /// <summary>The statement that raises <c>fault</c>.</summary>
    public string Raise => Handles ? $"goto {flow.NameOf(state)}_Failed;" : "return Fail(fault);";

    /// <summary>Sets the retriers' counters back and marks where an attempt starts.</summary>
    public void BeginAttempts()
    {
        foreach (int counter in Counters(state))
            flow.Code.Line($"{Counter(counter)} = 0;");
        flow.Code.Label(flow.AttemptOf(state));
    }

    public void Emit()
    {
        if (!Handles)
            return;
        CodeWriter code = flow.Code;
        code.Label(flow.NameOf(state) + "_Failed");
        flow.Inspection.Saw("Error", "JsonValue.Failure(fault)");
        // States.Runtime can be neither retried nor caught, not even by its own name.
        code.Open("if (fault.Error is not \"States.Runtime\")");
        EmitRetry(code);
        EmitCatch(code);
        code.Close();
        code.Line("return Fail(fault);");
    }

    private void EmitRetry(CodeWriter code)
    {
        string head = "if";
        for (int i = 0; i < state.Retry.Count; i++)
        {
            Retrier retrier = state.Retry[i];
            code.Comment($"\"Retry\"[{i}]: {retrier.Source.ToCompactJson()}");
            if (ErrorNames.Matches(retrier.ErrorEquals) is not { } matches)
                continue;
            code.Open($"{head} ({matches})");
            flow.Inspection.Saw("RetryIndex", CSharp.Number(i));
            if (retrier.MaxAttempts > 0)
            {
                code.Open($"if ({Counter(i)} < {retrier.MaxAttempts})");
                flow.InPlace.Forget(state);
                code.Line("Data = data;").Line($"Position = {FlowEmitter.SignalledPosition(state)};");
                code.Line($"return Retry({Counter(i)}++, {retrier.IntervalSeconds}, {CSharp.Number(retrier.BackoffRate)}, {retrier.MaxDelaySeconds ?? 0}, {CSharp.Bool(retrier.FullJitter)});");
                code.Close();
            }
            code.Close();
            head = "else if";
        }
    }

    private void EmitCatch(CodeWriter code)
    {
        for (int i = 0; i < state.Catch.Count; i++)
        {
            Catcher catcher = state.Catch[i];
            code.Comment($"\"Catch\"[{i}]: {catcher.Source.ToCompactJson()}");
            if (ErrorNames.Matches(catcher.ErrorEquals) is not { } matches)
                continue;
            // What follows asks fault whether it failed, so a caught error is taken out of it.
            code.Open(matches == "true" ? null : $"if ({matches})");
            flow.Inspection.Saw("CatchIndex", CSharp.Number(i));
            if (state.QueryLanguage == QueryLanguage.Jsonata)
                CatchInJsonata(code, catcher, i);
            else
                CatchInJsonPath(code, catcher, i);
            code.Line($"goto {flow.NameOf(catcher.Next)};");
            code.Close();
        }
    }

    private void CatchInJsonPath(CodeWriter code, Catcher catcher, int i)
    {
        string error = "Caught(fault)";
        if (catcher.Assign is not null)
        {
            code.Line("result = Caught(fault);").Line("fault = null;");
            AssignEmitter.Emit(flow, state, $"Catch{i}_Assign", catcher.Assign, error = "result", "return Fail(fault);");
        }
        flow.Merge(catcher.ResultPath, error);
        flow.InPlace.Forget(state);
        code.Line("fault = null;").Line("LeaveCaught(data);");
    }

    private void CatchInJsonata(CodeWriter code, Catcher catcher, int i)
    {
        code.Line("result = Caught(fault);").Line("fault = null;");
        bool built = ExitEmitter.Emit(flow, state, $"Catch{i}", catcher.Assign, catcher.Output, "result", isError: true, "return Fail(fault);");
        flow.InPlace.Forget(state);
        if (built)
            code.If("!ExitCaught(data)", "return Next.Fail;");
        else
            code.Line("LeaveCaught(data);");
    }
}
