using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Analyzers;

/// <summary>Finds names of errors in Retry and Catch that are nearly those of the project's exceptions.</summary>
/// <remarks>Which errors a handler raises cannot be known: what it calls throws too. So a name is a fault only where another one was probably meant.</remarks>
internal static class ErrorCheck
{
    // CardExpired and CardDeclined, four edits apart, are two errors.
    private const int MostEdits = 2;

    public static IEnumerable<Fault> Find(Machine machine, ProjectWorkflows workflows, CancellationToken cancellationToken)
    {
        HashSet<string> raised = [.. machine.States.OfType<FailState>().Select(state => state.Error).OfType<string>()];
        IEnumerable<StringNode> names =
            from state in machine.States.OfType<WorkState>()
            from source in state.Retry.Select(retrier => retrier.Source).Concat(state.Catch.Select(catcher => catcher.Source))
            from name in ((source["ErrorEquals"] as ArrayNode)?.Items ?? []).OfType<StringNode>()
            select name;
        foreach (StringNode name in names)
        {
            bool isKnown = name.Value.StartsWith("States.", StringComparison.Ordinal) || raised.Contains(name.Value) || workflows.Errors.Contains(name.Value);
            if (isKnown || NearMiss.Find(name.Value, workflows.Errors, MostEdits) is not { } near || workflows.Says(name.Value, cancellationToken))
                continue;
            yield return HandlerFaults.ErrorNotDeclared.At(name, $"No exception of the project stands for '{name.Value}'").DidYouMean(near);
        }
    }
}
