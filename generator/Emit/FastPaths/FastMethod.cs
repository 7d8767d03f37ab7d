using System.Linq;
using Compiled.Generator.Emit.FastPaths.Flows;
using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>Writes what stands around the states in the method of a fast path: its locals before them, and behind them the one way by which it is left.</summary>
internal sealed class FastMethod(FastPathWriter path)
{
    // What JSONata throws leaves the path, wherever it happens.
    private bool Throws => path.Flows.States.Any(state => state.QueryLanguage == QueryLanguage.Jsonata && FastStates.CanWrite(state));

    /// <summary>Declares what the states were found to use.</summary>
    public void Declare(CodeWriter code)
    {
        code.Line($"int events = 1{path.Rounds.Declaration}{(path.Calls.Any ? ", at = 0" : "")};");
        if (path.Locals.Used.Count > 0)
            code.Line($"JsonValue {string.Join(", ", path.Locals.Used.Select(local => local + " = default"))};");
        if (path.Locals.Integers.Count > 0)
            code.Line($"long {string.Join(", ", path.Locals.Integers.Select(local => local + " = 0"))};");
        path.Typed?.Declare(code);
        if (path.Flows.States.Any(state => state is ChoiceState { QueryLanguage: QueryLanguage.JsonPath } && path.IsEntered(state)))
            code.Line("string? missing = null;");
        if (path.Flows.Variables.Any())
            code.Line($"JsonValue {string.Join(", ", path.Flows.Variables.Select(field => field + " = default"))};");
        if (path.IsEvaluated)
            code.Line("Evaluation? evaluation = null;");
        if (path.Failures.Counters.Count > 0)
            code.Line($"int {string.Join(", ", path.Failures.Counters.OrderBy(i => i).Select(i => FastFailures.Counter(i) + " = 0"))};");
        if (path.Flow.States.Any(state => state is TaskState task && path.IsEntered(state) && FastFailures.Handles(task)))
            code.Line($"Fault? {FastFailures.Failure};");
        if (path.Locals.Flags.Count > 0)
            code.Line($"bool {string.Join(", ", path.Locals.Flags.Select(flag => flag + " = false"))};");
    }

    public void Open()
    {
        if (Throws)
            path.Code.Open("try");
    }

    /// <summary>Writes the place that is gone to where the frames have to go on.</summary>
    public void Close()
    {
        if (Throws)
            path.Code.Close().Open("catch (JsonataException)").Close();
        path.Code.Line().Label("leave");
        if (path.Failures.Counters.Count > 0)
            path.Code.If("path.Retries > 0", $"path.RetryCounts = [{string.Join(", ", FailureEmitter.Counters(path.Flow).Select(i => path.Failures.Counters.Contains(i) ? FastFailures.Counter(i) : "0"))}];");
        bool mayHaveCalled = path.Flow.States.Any(state => state is TaskState && path.IsEntered(state));
        path.Calls.WriteLeaving(mayHaveCalled);
        if (path.Typed is null)
            path.Code.Line("return default;");
        else
            path.Typed.Leave(mayHaveCalled);
    }
}
