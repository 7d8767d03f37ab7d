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

    /// <summary>The faults, those of a class with its name in metadata.</summary>
    public static IEnumerable<(Fault Fault, string? Class)> Find(
        AdditionalText file, string text, ProjectWorkflows workflows, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        DefinitionFile definition = DefinitionFileReader.Names(file, options);
        foreach (Fault fault in Metadata(options.GetOptions(file)).Concat(Collision(definition, workflows)))
            yield return (fault, null);
        if (MachineBinder.Bind(text, definition.Type).Machine is not { } machine)
            yield break;
        foreach ((INamedTypeSymbol symbol, HandlerClass handlers) in workflows.Classes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DefinitionMatcher.Find(handlers, workflows.Files).FirstOrDefault()?.Path != definition.Path || HandlerClassReader.AttributeOf(symbol) is not { } attribute)
                continue;
            // A class without a single handler leaves its tasks to an ITaskHandler, and so does an integration.
            ClassData data = new(symbol, attribute, machine);
            if (data.Methods.Count == 0)
                continue;
            IEnumerable<Fault> faults = TasksWithoutHandler(machine, handlers, data.Methods)
                .Concat(data.Data.DeadPaths(HandlerFaults.HandlerResult))
                .Concat(ErrorCheck.Find(machine, workflows, cancellationToken));
            foreach (Fault fault in faults)
                yield return (fault, MetadataName(symbol));
        }
    }

    private static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? MetadataName(outer) + "+" + type.MetadataName
        : (type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString() + ".") + type.MetadataName;

    private static IEnumerable<Fault> Metadata(AnalyzerConfigOptions metadata) =>
        from piece in DefinitionMetadata.All
        let value = DefinitionFileReader.Metadata(metadata, piece.Name)
        where value is not null && !piece.IsUsable(value)
        select new Fault(
            HandlerFaults.BadMetadata, $"Metadata '{piece.Name}' of this definition is '{value}', which is not {piece.Expected}; the default is used.", s_start, "");

    private static IEnumerable<Fault> Collision(DefinitionFile definition, ProjectWorkflows workflows)
    {
        IReadOnlyList<MachineClass> machines = MachineClasses.Match(workflows.Files, [.. workflows.Classes.Select(pair => pair.Class)]);
        foreach (MachineClass machine in machines.Where(machine => machine.IsNameTaken && machine.File?.Path == definition.Path))
        {
            MachineClass owner = machines.First(other => other.QualifiedName == machine.QualifiedName);
            string name = machine.QualifiedName.Substring("global::".Length);
            yield return new Fault(
                HandlerFaults.ClassNameCollision,
                $"The class '{name}' of this definition is made from '{owner.File?.Path}' already; set {DefinitionMetadata.ClassName} or {DefinitionMetadata.Namespace} on one of them.",
                s_start,
                "");
        }
    }

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
