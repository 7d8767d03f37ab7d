using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>An expression that is known to give another type than its field takes. RULES.md, jsonata-condition-not-boolean.</summary>
public sealed class JsonataTypeMismatch : Rule
{
    private static readonly Dictionary<string, IntrinsicKinds> s_fields = new(StringComparer.Ordinal)
    {
        ["Condition"] = IntrinsicKinds.Boolean,
        ["Seconds"] = IntrinsicKinds.Number,
        ["Timestamp"] = IntrinsicKinds.String,
        ["TimeoutSeconds"] = IntrinsicKinds.Number,
        ["HeartbeatSeconds"] = IntrinsicKinds.Number,
        ["MaxConcurrency"] = IntrinsicKinds.Number,
        ["ToleratedFailureCount"] = IntrinsicKinds.Number,
        ["ToleratedFailurePercentage"] = IntrinsicKinds.Number,
        ["Error"] = IntrinsicKinds.String,
        ["Cause"] = IntrinsicKinds.String,
    };

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (State state in machine.JsonataStates)
        {
            IEnumerable<ObjectNode> parts = state is ChoiceState choice ? choice.Rules.Select(rule => rule.Source) : [state.Source];
            foreach (JsonMember member in parts.SelectMany(part => part.EffectiveMembers()).Where(member => s_fields.ContainsKey(member.Name)))
                Check(member, s_fields[member.Name], report);
        }
    }

    private static void Check(JsonMember member, IntrinsicKinds wanted, Action<Fault> report)
    {
        if (member.Value is not StringNode source || !JsonataText.TryRead(source, out JsonataText? text) || text.Parsed.Root is not { } root)
            return;
        if (JsonataKinds.Of(root) is { } kinds && (kinds & wanted) == IntrinsicKinds.None)
            report(text.FaultAt(ExpressionFaults.JsonataTypeMismatch, root.Span, $"The expression gives {ShapeText.Of(Shape.Of(kinds))}; '{member.Name}' takes {ShapeText.Of(Shape.Of(wanted))}"));
    }
}
