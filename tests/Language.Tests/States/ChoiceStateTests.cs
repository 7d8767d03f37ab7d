using Compiled.Language.Binding;
using Compiled.Language.Json;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.States;

/// <summary>What a Choice binds to. FEATURES A10.</summary>
public sealed class ChoiceStateTests
{
    // L-240: the operators that have a Path form, and those that have none.
    private static readonly string[] s_withPath =
    [
        .. from family in new[] { "String", "Numeric", "Timestamp" }
           from relation in new[] { "Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals" }
           select family + relation,
        "BooleanEquals",
    ];

    private static readonly string[] s_withoutPath = ["StringMatches", "IsNull", "IsPresent", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp"];

    [Fact]
    public void Comparison_EachOperator_BindsToItsFamily()
    {
        // L-244.
        Assert.Equal(39, (2 * s_withPath.Length) + s_withoutPath.Length);
        foreach (string name in s_withPath.Concat(s_withoutPath))
        {
            ComparisonCondition condition = Assert.IsType<ComparisonCondition>(Rule($"\"Variable\":\"$.v\",\"{name}\":{Literal(name)}").Condition);
            Assert.Equal((name, "$.v", null), (condition.Operator.ToString(), condition.Variable.Text, condition.Path));
            Assert.Equal(Literal(name), condition.Literal!.ToCompactJson());
        }
        foreach (string name in s_withPath)
        {
            ComparisonCondition condition = Assert.IsType<ComparisonCondition>(Rule($"\"Variable\":\"$.v\",\"{name}Path\":\"$$.p\"").Condition);
            Assert.Equal((name, "$$.p", null), (condition.Operator.ToString(), condition.Path!.Text, condition.Literal));
        }
    }

    [Fact]
    public void Condition_Nested_KeepsItsShape()
    {
        Condition condition = Rule(
            """ "And":[{"Variable":"$.a","IsPresent":true,"Comment":"c"},{"Or":[{"Not":{"Variable":"$.b","BooleanEquals":false}},{"Variable":"$.c","NumericEquals":1.50}]}] """).Condition;

        AndCondition and = Assert.IsType<AndCondition>(condition);
        OrCondition or = Assert.IsType<OrCondition>(and.Parts[1]);
        ComparisonCondition not = Assert.IsType<ComparisonCondition>(Assert.IsType<NotCondition>(or.Parts[0]).Inner);
        Assert.False(Assert.IsType<BooleanNode>(not.Literal).Value);
        Assert.Equal("1.50", Assert.IsType<NumberNode>(Assert.IsType<ComparisonCondition>(or.Parts[1]).Literal).Text);
        Assert.Equal("/States/A/Choices/0/And/0", and.Parts[0].Source.Pointer);
    }

    [Fact]
    public void Choice_RulesAndDefault_LeadToTheirStates()
    {
        Machine machine = Machine(
            """
            {"StartAt":"A","States":{
              "A":{"Type":"Choice","Comment":"c","Choices":[
                {"Next":"C","Variable":"$$.Execution.Name","StringMatches":"a*","Comment":"r","Assign":{"x":1}},
                {"Variable":"$x","IsNull":true,"Next":"A"}],"Default":"B","Assign":{"y":1}},
              "B":{"Type":"Succeed"},
              "C":{"Type":"Succeed"}}}
            """);

        ChoiceState choice = Assert.IsType<ChoiceState>(machine.Flow.Start);
        Assert.Equal(["C", "A"], choice.Rules.Select(rule => rule.Next.Name));
        Assert.Equal(("r", "x", "B", "y"), (choice.Rules[0].Comment, choice.Rules[0].Assign!.Variables[0].Name, choice.Default!.Name, choice.Assign!.Variables[0].Name));
        Assert.Equal(["C", "A", "B"], choice.Successors.Select(state => state.Name));
        Assert.False(choice.IsTerminal);
        Assert.True(machine.UsesVariables);
    }

    [Fact]
    public void JsonataRules_ExpressionOrConstant_BindToEither()
    {
        ChoiceState choice = Assert.IsType<ChoiceState>(Machine(
            """
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Choice","Output":1,"Choices":[{"Condition":"{% $x > 1 %}","Next":"B","Output":"plain"},{"Condition":true,"Next":"B"}]},
              "B":{"Type":"Succeed"}}}
            """).States[0]);

        JsonataCondition first = Assert.IsType<JsonataCondition>(choice.Rules[0].Condition);
        JsonataCondition second = Assert.IsType<JsonataCondition>(choice.Rules[1].Condition);
        Assert.Equal((" $x > 1 ", null), (first.Expression!.Expression, first.Constant));
        Assert.Equal((null, true), (second.Expression?.Expression, second.Constant));
        Assert.Equal("\"plain\"", choice.Rules[0].Output!.Source.ToCompactJson());
        Assert.Null(choice.Rules[1].Output);
        Assert.NotNull(choice.Output);
    }

    [Fact]
    public void Comparison_WithAPlaceholderForANumber_HasANumberInItsPlace()
    {
        BoundMachine bound = MachineBinder.Bind(
            """{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.v","NumericEquals":"${N}","Next":"B"}]},"B":{"Type":"Succeed"}}}""");

        Assert.Equal("placeholder", Assert.Single(bound.Faults).Kind);
        ChoiceState choice = Assert.IsType<ChoiceState>(bound.Machine!.States[0]);
        Assert.IsType<NumberNode>(Assert.IsType<ComparisonCondition>(choice.Rules[0].Condition).Literal);
    }

    private static ChoiceRule Rule(string fields) => Assert.Single(Assert.IsType<ChoiceState>(Machine(
        """{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Next":"B",""" + fields + """}]},"B":{"Type":"Succeed"}}}""").States[0]).Rules);

    private static string Literal(string name) =>
        name.StartsWith("String", StringComparison.Ordinal) ? "\"s\""
        : name.StartsWith("Numeric", StringComparison.Ordinal) ? "1.5"
        : name.StartsWith("Timestamp", StringComparison.Ordinal) ? "\"2020-01-31T08:00:00Z\""
        : "true";
}
