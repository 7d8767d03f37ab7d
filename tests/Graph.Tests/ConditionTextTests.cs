using Compiled.Graph;
using Compiled.Language.Binding;

namespace Graph.Tests;

public class ConditionTextTests
{
    [Theory]
    [InlineData(""" "Variable": "$.n", "NumericGreaterThan": 100 """, "$.n > 100")]
    [InlineData(""" "Variable": "$.n", "NumericLessThanEquals": 1.50 """, "$.n <= 1.50")]
    [InlineData(""" "Variable": "$.s", "StringEquals": "a \"b\"" """, "$.s = \"a \\\"b\\\"\"")]
    [InlineData(""" "Variable": "$.s", "StringMatches": "*.log" """, "$.s matches \"*.log\"")]
    [InlineData(""" "Variable": "$.a", "NumericGreaterThanEqualsPath": "$.b" """, "$.a >= $.b")]
    [InlineData(""" "Variable": "$.b", "BooleanEquals": true """, "$.b = true")]
    [InlineData(""" "Variable": "$.t", "TimestampLessThan": "2030-01-01T00:00:00Z" """, "$.t < \"2030-01-01T00:00:00Z\"")]
    [InlineData(""" "Variable": "$.x", "IsPresent": true """, "$.x is present")]
    [InlineData(""" "Variable": "$.x", "IsNull": false """, "$.x is not null")]
    [InlineData(""" "Not": { "Variable": "$.x", "IsPresent": true } """, "$.x is not present")]
    [InlineData(""" "Not": { "Variable": "$.x", "IsPresent": false } """, "$.x is present")]
    [InlineData(""" "Not": { "Variable": "$.x", "StringEquals": "a" } """, "$.x != \"a\"")]
    [InlineData(""" "Not": { "Variable": "$.x", "NumericLessThan": 5 } """, "not ($.x < 5)")]
    [InlineData(
        """ "And": [ { "Variable": "$.a", "IsNull": true }, { "Or": [ { "Variable": "$.b", "IsNull": true }, { "Variable": "$.c", "IsNull": true } ] } ] """,
        "$.a is null and ($.b is null or $.c is null)")]
    [InlineData(
        """ "Or": [ { "Variable": "$.a", "IsNull": true }, { "And": [ { "Variable": "$.b", "IsNull": true }, { "Variable": "$.c", "IsNull": true } ] } ] """,
        "$.a is null or $.b is null and $.c is null")]
    public void Condition_InJsonPath_ReadsShort(string rule, string expected) => Assert.Equal(expected, Write(rule, "JSONPath"));

    [Theory]
    [InlineData(""" "Condition": "{% $states.input.total\n   > 100 %}" """, "$states.input.total > 100")]
    [InlineData(""" "Condition": true """, "always")]
    [InlineData(""" "Condition": false """, "never")]
    public void Condition_InJsonata_IsItsExpression(string rule, string expected) => Assert.Equal(expected, Write(rule, "JSONata"));

    private static string Write(string rule, string language)
    {
        Machine machine = Machines.Bind($$"""
            {
              "QueryLanguage": "{{language}}", "StartAt": "C",
              "States": {
                "C": { "Type": "Choice", "Choices": [ { {{rule}}, "Next": "D" } ], "Default": "D" },
                "D": { "Type": "Succeed" }
              }
            }
            """);
        return ConditionText.Write(((ChoiceState)machine.States[0]).Rules[0].Condition);
    }
}
