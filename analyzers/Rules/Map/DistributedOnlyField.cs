using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A field of distributed Maps in an inline one. RULES.md, inline-map-label.</summary>
public sealed class DistributedOnlyField : Rule
{
    private static readonly string[] s_fields =
    [
        "Label", "ItemReader", "ItemBatcher", "ResultWriter",
        "ToleratedFailureCount", "ToleratedFailureCountPath", "ToleratedFailurePercentage", "ToleratedFailurePercentagePath",
    ];

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (MapState map in machine.States.OfType<MapState>().Where(map => !map.IsDistributed))
        {
            foreach (string field in s_fields.Where(field => map.Source[field] is not null))
                report(MapFaults.DistributedOnlyField.AtFieldName(
                    map.Source, field, $"'{field}' counts in distributed Maps only; Map '{map.Name}' is inline, for 'Mode' of its 'ProcessorConfig' is not 'DISTRIBUTED'"));
        }
    }
}
