using System.Collections.Concurrent;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Analyzers;

/// <summary>Which definition and which class of a project belong together, by their names alone, and what was found in the classes so far.</summary>
internal sealed class WorkflowNames
{
    private static readonly TextSpan s_start = new(0, 0);

    private readonly Dictionary<string, DefinitionFile> _byPath;
    private readonly Dictionary<WorkflowClass, IReadOnlyList<DefinitionFile>> _files;
    private readonly ILookup<string, WorkflowClass> _classes;
    private readonly Lazy<ILookup<string, Fault>> _collisions;
    private readonly ConcurrentDictionary<WorkflowClass, ClassFindings> _findings = new();

    public WorkflowNames(IReadOnlyList<DefinitionFile> files, IReadOnlyList<WorkflowClass> classes)
    {
        Files = files;
        Classes = classes;
        _byPath = files.GroupBy(file => file.Path, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        _files = classes.ToDictionary(workflow => workflow, workflow => DefinitionMatcher.Find(workflow.Handlers, files));
        _classes = classes.Where(workflow => _files[workflow].Count > 0).ToLookup(workflow => _files[workflow][0].Path, StringComparer.Ordinal);
        _collisions = new(FindCollisions);
    }

    /// <summary>The definitions, without their texts.</summary>
    public IReadOnlyList<DefinitionFile> Files { get; }

    /// <summary>The classes.</summary>
    public IReadOnlyList<WorkflowClass> Classes { get; }

    /// <summary>The definition of a path as the compiler has it; null where no definition has it.</summary>
    public DefinitionFile? FileAt(string path) => _byPath.TryGetValue(path.Replace('\\', '/'), out DefinitionFile file) ? file : null;

    /// <summary>The definitions that a class may mean, the one it is taken to mean first.</summary>
    public IReadOnlyList<DefinitionFile> FilesOf(WorkflowClass workflow) => _files[workflow];

    /// <summary>The classes of a definition.</summary>
    public IEnumerable<WorkflowClass> ClassesOf(DefinitionFile file) => _classes[file.Path];

    /// <summary>The types that the classes of a definition run it as; the definition's own where no class names it.</summary>
    public IReadOnlyList<MachineType> TypesOf(DefinitionFile file)
    {
        MachineType[] types = [.. ClassesOf(file).Select(workflow => workflow.Handlers.Type ?? file.Type).Distinct()];
        return types.Length == 0 ? [file.Type] : types;
    }

    /// <summary>The faults of a definition whose class another one has already.</summary>
    public IEnumerable<Fault> CollisionsOf(DefinitionFile file) => _collisions.Value[file.Path];

    /// <summary>What was found in a class with a definition; made anew where that definition has changed.</summary>
    public ClassFindings FindingsOf(WorkflowClass workflow, DefinitionKey definition, Func<ClassFindings> make)
    {
        if (_findings.TryGetValue(workflow, out ClassFindings known) && known.Definition == definition)
            return known;
        ClassFindings made = make();
        if (made.MayBeKept)
            _findings[workflow] = made;
        return made;
    }

    private ILookup<string, Fault> FindCollisions()
    {
        IReadOnlyList<MachineClass> machines = MachineClasses.Match(Files, [.. Classes.Select(workflow => workflow.Handlers)]);
        return
        (
            from machine in machines
            where machine.IsNameTaken && machine.File is not null
            let owner = machines.First(other => other.QualifiedName == machine.QualifiedName)
            // A class that names a definition which is not there probably means this one, and that is said at the class.
            where owner.File is not null
            let name = machine.QualifiedName.Substring("global::".Length)
            select (machine.File!.Path, Fault: new Fault(
                HandlerFaults.ClassNameCollision,
                $"The class '{name}' of this definition is made from '{owner.File!.Path}' already; set {DefinitionMetadata.ClassName} or {DefinitionMetadata.Namespace} on one of them.",
                s_start,
                ""))
        ).ToLookup(found => found.Path, found => found.Fault, StringComparer.Ordinal);
    }
}
