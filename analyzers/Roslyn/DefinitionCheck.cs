using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compiled.Analyzers;

/// <summary>Finds what in a definition, or in what the project says about it, does not fit the C# around it.</summary>
internal static class DefinitionCheck
{
    private static readonly TextSpan s_start = new(0, 0);

    /// <summary>The faults of a definition that lie in the project around it, whatever its text.</summary>
    public static IEnumerable<Fault> Find(DefinitionFile definition, AnalyzerConfigOptions metadata, WorkflowNames names) =>
        Metadata(metadata).Concat(names.CollisionsOf(definition));

    /// <summary>The faults of a definition with a class.</summary>
    public static IEnumerable<Fault> Find(WorkflowClass workflow, ClassData data, ProjectWorkflows workflows, CancellationToken cancellationToken)
    {
        IEnumerable<Fault> ends = data.Data.DeadPathsOfInput(HandlerFaults.InputType).Concat(Outputs(data));
        // A class without a single handler leaves its tasks to an ITaskHandler, and so does an integration.
        if (data.Methods.Count == 0)
            return ends;
        return ends.Concat(TasksWithoutHandler(data.Machine, workflow.Handlers, data.Methods)
            .Concat(data.Data.DeadPaths(HandlerFaults.HandlerResult)))
            .Concat(ErrorCheck.Find(data.Machine, workflows, cancellationToken));
    }

    // Reported where the state says that it is the end.
    private static IEnumerable<Fault> Outputs(ClassData data)
    {
        if (data.Output is not { } type)
            yield break;
        var fit = new InputFit(data.Naming);
        foreach ((State state, Shape output) in data.Data.Ends())
        {
            if (fit.Problem(type, output) is { } problem)
                yield return HandlerFaults.OutputType.At(state.Source["End"] ?? state.Source["Type"] ?? state.Source, $"'{state.Name}' ends executions and {problem}");
        }
    }

    private static IEnumerable<Fault> Metadata(AnalyzerConfigOptions metadata) =>
        from piece in DefinitionMetadata.All
        let value = DefinitionFileReader.Metadata(metadata, piece.Name)
        where value is not null && !piece.IsUsable(value)
        select new Fault(
            HandlerFaults.BadMetadata, $"Metadata '{piece.Name}' of this definition is '{value}', which is not {piece.Expected}; the default is used.", s_start, "");

    private static IEnumerable<Fault> TasksWithoutHandler(Machine machine, HandlerClass handlers, IReadOnlyList<HandlerMethod> methods) =>
        from task in machine.States.OfType<TaskState>()
        where HandlerMatcher.NeedsHandler(task) && HandlerMatcher.Match(task, methods) is null
        select HandlerFaults.TaskWithoutHandler.At(task.Source["Resource"] ?? task.Source, Message(task, handlers, methods));

    private static string Message(TaskState task, HandlerClass handlers, IReadOnlyList<HandlerMethod> methods)
    {
        IEnumerable<string> names = methods.Select(method => method.Resource);
        string? near = HandlerMatcher.Names(task).Select(name => NearMiss.Find(name, names)).FirstOrDefault(found => found is not null);
        string expected = near is null ? $"add a method marked [TaskHandler(\"{task.Name}\")]" : $"did you mean handler '{near}'?";
        return $"Task '{task.Name}' has no handler in '{handlers.Name}'; {expected}";
    }
}
