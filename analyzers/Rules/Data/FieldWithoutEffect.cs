using Compiled.Language.Binding;
using Compiled.Language.Faults;

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
}
