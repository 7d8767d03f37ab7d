using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// A setting of a distributed Map that another one needs: without it the Map fails on every run, or does not do what was asked. FEATURES L-305, L-312.
/// </summary>
public sealed class MissingMapSetting : Rule
{
    private static readonly string[] s_limits = ["MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"];

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (MapState map in machine.States.OfType<MapState>().Where(map => map.IsDistributed))
        {
            if (map.ItemBatcher is { } batcher && s_limits.All(field => batcher[field] is null))
                report(Missing(batcher, "'MaxItemsPerBatch' or 'MaxInputBytesPerBatch' is missing; 'ItemBatcher' must say how large a batch is"));
            if (map.ItemReader?["ReaderConfig"] is ObjectNode config && config["CSVHeaderLocation"] is StringNode { Value: "GIVEN" } && config["CSVHeaders"] is null)
                report(Missing(config, "'CSVHeaders' is missing; 'CSVHeaderLocation' is 'GIVEN', so they must be given"));
        }
    }

    // The same fault as for any field that is missing; that AWS refuses these is not known.
    private static Fault Missing(ObjectNode node, string message)
    {
        Fault at = FieldFaults.MissingField.AtKey(node, message);
        return new Fault(at.Descriptor, at.Message, at.Span, at.Pointer, Severity.Warning);
    }
}
