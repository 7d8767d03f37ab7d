using Compiled.Language.Definition;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>What the binders of one definition share.</summary>
internal sealed class BindingContext
{
    private readonly List<Fault> _faults = [];

    public BindingContext(DefinitionScan scan, MachineType machineType)
    {
        Scan = scan;
        MachineType = machineType;
        Reader = new FieldReader(Report, UseExpressions);
    }

    /// <summary>All flows and names.</summary>
    public DefinitionScan Scan { get; }

    /// <summary>The type to bind for.</summary>
    public MachineType MachineType { get; }

    /// <summary>The machine's own query language.</summary>
    public QueryLanguage MachineLanguage { get; set; }

    /// <summary>Reads the fields of any object.</summary>
    public FieldReader Reader { get; }

    /// <summary>The labels of Map states so far. FEATURES L-301.</summary>
    public Dictionary<string, StringNode> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>The expressions of JSONata states, in the order found.</summary>
    public List<JsonataUse> JsonataUses { get; } = [];

    /// <summary>The variables that some Assign sets.</summary>
    public HashSet<string> VariableNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The faults so far, in the order found.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Takes the expressions in the value of a field.</summary>
    public void UseExpressions(object value, Place place, string field)
    {
        foreach (JsonataText text in JsonataUse.In(value))
            JsonataUses.Add(new JsonataUse(text, place, field));
    }

    /// <summary>Takes a fault.</summary>
    public void Report(Fault fault) => _faults.Add(fault);
}
