using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// A field that another one keeps from acting. RULES.md, selector-of-discarded-result, pass-parameters-and-result, inline-map-concurrency.
/// </summary>
public sealed class FieldWithoutEffect : Rule
{
    // FEATURES L-285: AWS runs at most so many iterations of an inline Map at once.
    private const int MostInline = 40;

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (State state in machine.States)
        {
            foreach ((string field, string why) in Find(state))
                report(DataFaults.FieldWithoutEffect.AtFieldName(state.Source, field, $"'{field}' has no effect; {why}"));
            foreach ((ObjectNode config, string field, string why) in state is MapState map ? FindInReader(map) : [])
                report(DataFaults.FieldWithoutEffect.AtFieldName(config, field, $"'{field}' has no effect; {why}"));
        }
    }

    private static IEnumerable<(string Field, string Why)> Find(State state)
    {
        // In Assign, which JSONPath states evaluate on the raw result, the selector is not seen either. FEATURES L-075.
        if (state is WorkState { ResultSelector: not null, ResultPath.IsNull: true })
            yield return ("ResultSelector", "'ResultPath' is null, so the result is discarded");
        if (state is PassState { Result: not null, Parameters: not null })
            yield return ("Parameters", "'Result' replaces what it makes");
        if (state is MapState { IsDistributed: false, MaxConcurrency: > MostInline } map)
            yield return ("MaxConcurrency", $"it is {Places.Text(map.MaxConcurrency.Value)}, and an inline Map runs at most {Places.Text(MostInline)} iterations at once");
        if (state is MapState { ItemReader: not null, IsDistributed: true } reading)
        {
            foreach (string field in new[] { "ItemsPath", "Items" }.Where(field => reading.Source[field] is not null))
                yield return (field, "the items come from 'ItemReader'");
        }
    }

    // FEATURES L-304, L-305, L-307.
    private static IEnumerable<(ObjectNode Config, string Field, string Why)> FindInReader(MapState map)
    {
        if (map.ItemReader?["ReaderConfig"] is not ObjectNode config || config["InputType"] is not StringNode { Value: var type } || Placeholders.Contains(type))
            yield break;
        foreach (string field in new[] { "CSVHeaderLocation", "CSVHeaders", "CSVDelimiter" }.Where(field => config[field] is not null && type != "CSV" && type != "MANIFEST"))
            yield return (config, field, $"'InputType' is '{type}', and only a CSV file has headers and delimiters");
        if (config["ItemsPointer"] is not null && type != "JSON")
            yield return (config, "ItemsPointer", $"'InputType' is '{type}', and only a JSON file is pointed into");
        if (config["CSVHeaders"] is not null && config["CSVHeaderLocation"] is StringNode { Value: "FIRST_ROW" })
            yield return (config, "CSVHeaders", "'CSVHeaderLocation' is 'FIRST_ROW', so the headers are read from the file");
    }
}
