using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Compiled.Compilation;
using Compiled.Server.Protocol;
using Compiled.Validation;

namespace Compiled.Server.Machines;

/// <summary>The compiled definitions of machines. A definition is compiled once, when it arrives; a restart finds what was compiled in the data folder.</summary>
internal sealed class MachineWorkflows(DefinitionCompilation compile)
{
    private readonly ConcurrentDictionary<(string Name, bool IsExpress, string Definition), Lazy<Workflow>> _workflows = [];

    // The same by the text's object, so that a start need not hash the whole text.
    private readonly ConditionalWeakTable<string, Named> _byObject = [];

    /// <summary>The workflow of a definition that was accepted before.</summary>
    /// <exception cref="DefinitionFaultException">This release does not accept the definition any more.</exception>
    public Workflow Get(string name, bool isExpress, string definition)
    {
        if (_byObject.TryGetValue(definition, out Named? known) && known.Name == name && known.IsExpress == isExpress)
            return known.Workflow;
        Workflow workflow = Compiled(name, isExpress, definition);
        _byObject.AddOrUpdate(definition, new Named(name, isExpress, workflow));
        return workflow;
    }

    private Workflow Compiled(string name, bool isExpress, string definition)
        => _workflows.GetOrAdd((name, isExpress, definition), key => new Lazy<Workflow>(() => compile(key.Name, key.Definition, TypeOf(key.IsExpress)))).Value;

    /// <summary>
    /// Forgets the definitions of a name but for those that machines of that name still have, now or in a version. Executions that run keep theirs; one that is left of a
    /// forgotten definition has it compiled again, or read from the data folder.
    /// </summary>
    public void Forget(string name, IEnumerable<KnownMachine> machines)
    {
        HashSet<(string, bool, string)> kept =
        [
            .. machines.Where(known => known.Machine.Name == name)
                .SelectMany(static known => known.Versions.Values.Select(static version => version.Settings).Prepend(known.Machine.Settings),
                    static (known, settings) => (known.Machine.Name, known.Machine.IsExpress, settings.Definition)),
        ];
        foreach ((string Name, bool IsExpress, string Definition) key in _workflows.Keys)
        {
            if (key.Name == name && !kept.Contains(key))
                _workflows.TryRemove(key, out _);
        }
    }

    /// <summary>Refuses a definition that AWS, or the compiler, would refuse; compiles it otherwise.</summary>
    /// <exception cref="ApiException">InvalidDefinition.</exception>
    public void Accept(string name, bool isExpress, string definition)
    {
        List<ValidationDiagnostic> refused = [.. DefinitionValidator
            .Validate(definition, isExpress ? Language.Binding.MachineType.Express : Language.Binding.MachineType.Standard)
            .Where(static diagnostic => diagnostic.Severity == "ERROR")];
        if (refused.Count > 0)
            throw ApiErrors.InvalidDefinition(DefinitionValidator.Describe(refused));
        try
        {
            Get(name, isExpress, definition);
        }
        catch (DefinitionFaultException faulty)
        {
            _workflows.TryRemove((name, isExpress, definition), out _);
            throw ApiErrors.InvalidDefinition($"Invalid State Machine Definition: '{faulty.Message}'");
        }
    }

    private sealed record Named(string Name, bool IsExpress, Workflow Workflow);

    private static MachineType TypeOf(bool isExpress) => isExpress ? MachineType.Express : MachineType.Standard;
}
