using System.Text;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A literal of more than 256 KiB, which no state may take, give or assign. RULES.md, payload literal near 256 KiB; FEATURES L-079, L-213.</summary>
public sealed class PayloadTooLarge : Rule
{
    private const int Most = 262_144;

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        // What is written within so many characters is not larger as bytes: a character has at most three.
        if (machine.Text.Length <= Most / 3)
            return;
        foreach (State state in machine.States)
        {
            foreach (string field in new[] { "Result", "Parameters", "Arguments", "ResultSelector", "ItemSelector", "Output", "Items", "Assign" })
            {
                if (state.Source[field] is not { } value || value.Span.Length <= Most / 3)
                    continue;
                int size = Encoding.UTF8.GetByteCount(value.ToCompactJson());
                if (size > Most && !HoldsExpression(value))
                    report(SizeFaults.PayloadTooLarge.AtFieldName(state.Source, field, $"'{field}' of '{state.Name}' has {Places.Text(size)} bytes; a state may pass on at most {Places.Text(Most)}"));
            }
        }
    }

    private static bool HoldsExpression(JsonNode node) => node is StringNode text && JsonataText.TryRead(text, out _);
}
