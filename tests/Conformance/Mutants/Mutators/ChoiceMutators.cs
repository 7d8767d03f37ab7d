using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks Choice states.</summary>
internal static class ChoiceMutators
{
    private static readonly string[] s_operators = ["String", "Numeric", "Boolean", "Timestamp", "Is"];

    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(FlowFaults.ChoiceMissingOperator, "removed", static definition => Comparisons(definition).Select(static at => new Mutation(at.Comparison.Source.Pointer, Edit.Remove(Node(at.Comparison), Operator(at.Comparison))))),
        new(FlowFaults.ChoiceMultipleOperators, "second", static definition => Comparisons(definition).Where(static at => at.Comparison.Operator != ComparisonOperator.IsPresent)
            .Select(static at => new Mutation(at.Comparison.Source.Pointer, Edit.Add(Node(at.Comparison), "\"IsPresent\":true")))),
        new(FlowFaults.ShadowedChoiceRule, "twice", static definition => Choices(definition).SelectMany(static choice => choice.Rules.Select(rule =>
            new Mutation($"{choice.Source.Pointer}/Choices/{choice.Rules.Count}", Edit.Insert(Array(choice), choice.Rules.Count, Copy(rule, Other(choice, rule))))))),
        new(FlowFaults.ShadowedChoiceRule, "narrower behind", static definition => Choices(definition).SelectMany(static choice => choice.Rules.Select(rule =>
            new Mutation($"{choice.Source.Pointer}/Choices/{choice.Rules.Count}", Edit.Insert(
                Array(choice), choice.Rules.Count, $"{{\"And\":[{Inner(rule)},{{\"Variable\":\"$.mutant\",\"IsPresent\":true}}],\"Next\":{JsonText.Quote(Other(choice, rule))}}}"))))),
        new(FlowFaults.ContradictoryChoiceRule, "and not", static definition => Choices(definition).SelectMany(static choice => choice.Rules.Select(static rule =>
            new Mutation(rule.Source.Pointer, Edit.Replace(rule.Source, $"{{\"And\":[{Inner(rule)},{{\"Not\":{Inner(rule)}}}],\"Next\":{JsonText.Quote(rule.Next.Name)}}}"))))),
        new(FlowFaults.ContradictoryChoiceRule, "two types", static definition => Rules(definition).Where(static rule => rule.Condition is ComparisonCondition { Literal: StringNode, Operator: ComparisonOperator.StringEquals })
            .Select(static rule => new Mutation(rule.Source.Pointer, Edit.Replace(
                rule.Source, $"{{\"And\":[{Inner(rule)},{{\"Variable\":{((ObjectNode)rule.Condition.Source)["Variable"]},\"IsNumeric\":true}}],\"Next\":{JsonText.Quote(rule.Next.Name)}}}")))),
        new(FlowFaults.ContradictoryChoiceRule, "two values", static definition => Rules(definition).Where(static rule => rule.Condition is ComparisonCondition { Literal: StringNode, Operator: ComparisonOperator.StringEquals })
            .Select(static rule => new Mutation(rule.Source.Pointer, Edit.Replace(
                rule.Source, $"{{\"And\":[{Inner(rule)},{{\"Variable\":{((ObjectNode)rule.Condition.Source)["Variable"]},\"StringEquals\":\"mutant\"}}],\"Next\":{JsonText.Quote(rule.Next.Name)}}}")))),
        new(FlowFaults.ChoiceAlwaysTrue, "or not", static definition => Choices(definition).Where(static choice => choice.Rules.Count > 1 || choice.Default is not null).Select(static choice =>
            new Mutation(choice.Source.Pointer + "/Choices/0", Edit.Insert(
                Array(choice), 0, $"{{\"Or\":[{{\"Variable\":\"$.mutant\",\"IsPresent\":true}},{{\"Not\":{{\"Variable\":\"$.mutant\",\"IsPresent\":true}}}}],\"Next\":{JsonText.Quote(choice.Rules[0].Next.Name)}}}")))),
        new(FlowFaults.ChoiceWithoutDefault, "removed", static definition => definition.Transitions.Where(way => way.Field == "Default" && definition.IsNamedWithout(way.Target, way))
            .Select(static way => new Mutation(way.State.Source.Pointer, Edit.Remove(way.State.Source, way.State.Source.Members.First(static member => member.Name == "Default"))))),
        new(FlowFaults.ChoiceWithoutEffect, "one target", static definition => OneTarget(definition)),
        new(FlowFaults.BadStringPattern, "escape", static definition => Comparisons(definition).Where(static at => at.Comparison is { Literal: StringNode, Operator: ComparisonOperator.StringEquals or ComparisonOperator.StringMatches })
            .Select(static at => new Mutation(at.Comparison.Source.Pointer, Compared(at.Comparison, "StringMatches", JsonText.Quote("a\\d*"))))),
    ];

    /// <summary>Every comparison of every JSONPath Choice.</summary>
    public static IEnumerable<(ChoiceState Choice, ComparisonCondition Comparison)> Comparisons(SoundDefinition definition) =>
        Choices(definition).SelectMany(static choice => choice.Rules.SelectMany(static rule => Comparisons(rule.Condition)).Select(comparison => (choice, comparison)));

    /// <summary>Another operator and operand in a comparison.</summary>
    public static Edit[] Compared(ComparisonCondition comparison, string @operator, string operand) =>
        [Edit.Rename(Operator(comparison), @operator), Edit.Replace(Operator(comparison).Value, operand)];

    /// <summary>The Choice states in JSONPath.</summary>
    public static IEnumerable<ChoiceState> Choices(SoundDefinition definition) => definition.PathStates.OfType<ChoiceState>();

    private static IEnumerable<ChoiceRule> Rules(SoundDefinition definition) => Choices(definition).SelectMany(static choice => choice.Rules);

    private static IEnumerable<ComparisonCondition> Comparisons(Condition condition) => condition switch
    {
        ComparisonCondition comparison => [comparison],
        AndCondition and => and.Parts.SelectMany(Comparisons),
        OrCondition or => or.Parts.SelectMany(Comparisons),
        NotCondition not => Comparisons(not.Inner),
        _ => [],
    };

    private static ObjectNode Node(ComparisonCondition comparison) => (ObjectNode)comparison.Source;

    private static JsonMember Operator(ComparisonCondition comparison) =>
        Node(comparison).Members.First(static member => s_operators.Any(prefix => member.Name.StartsWith(prefix, StringComparison.Ordinal)));

    private static ArrayNode Array(ChoiceState choice) => (ArrayNode)choice.Source["Choices"]!;

    // The rule's condition alone, as a nested rule has it.
    private static string Inner(ChoiceRule rule) => "{" + string.Join(",", Condition(rule)) + "}";

    private static string Copy(ChoiceRule rule, string next) => "{" + string.Join(",", Condition(rule).Append("\"Next\":" + JsonText.Quote(next))) + "}";

    private static IEnumerable<string> Condition(ChoiceRule rule) => rule.Source.EffectiveMembers()
        .Where(static member => member.Name is not ("Next" or "Comment" or "Assign"))
        .Select(static member => JsonText.Quote(member.Name) + ":" + member.Value.ToCompactJson());

    // Another target than the rule's where there is one, so that the copy would matter.
    private static string Other(ChoiceState choice, ChoiceRule rule) =>
        (choice.Rules.Select(static other => other.Next).Append(choice.Default ?? rule.Next).FirstOrDefault(target => target != rule.Next) ?? rule.Next).Name;

    private static IEnumerable<Mutation> OneTarget(SoundDefinition definition)
    {
        foreach (ChoiceState choice in definition.Machine.States.OfType<ChoiceState>().Where(static choice => choice.Default is not null && choice.Rules.All(static rule => rule.Assign is null && rule.Output is null)))
        {
            Transition[] ways = [.. definition.From(choice).Where(way => way.Target != choice.Default)];
            if (ways.Length > 0 && ways.All(way => definition.IsNamedWithout(way.Target, ways)) && choice.Assign is null && choice.Output is null)
                yield return new Mutation(choice.Source.Pointer, [.. ways.Select(way => Edit.Replace(way.Name, JsonText.Quote(choice.Default!.Name)))]);
        }
    }
}
