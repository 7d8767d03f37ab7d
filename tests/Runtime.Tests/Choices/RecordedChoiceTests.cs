using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class RecordedChoiceTests
{
    [CorpusFact]
    public void Operators_RecordedCases_DecideAsRecorded()
    {
        var wrong = new List<string>();
        int count = 0;
        foreach (JsonValue recorded in Corpus.Cases("choice_operators"))
        {
            JsonValue rule = recorded.Get("definition").Get("States").Get("CheckValues").Get("Choices")[0];
            JsonValue input = recorded.Get("input");
            bool expected = recorded.Get("expect").Get("output").Get("TestResult.$").AsString() == "ConditionTrue";
            foreach (JsonMember member in rule.Members())
            {
                if (member.Name is "Variable" or "Next")
                {
                    continue;
                }

                count++;
                string? missing = null;
                bool actual = Decide(member.Name, input.Get("Variable"), member.Value, input.Get("Value"), ref missing);
                if (actual != expected || missing is not null)
                {
                    wrong.Add(recorded.Get("id").AsString());
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(count >= 300);
    }

    private static bool Decide(string name, JsonValue v, JsonValue literal, JsonValue operand, ref string? missing) => name switch
    {
        "IsNull" => Choice.IsNull(v, "$.Variable", ref missing) == literal.IsTrue,
        "IsPresent" => Choice.IsPresent(v) == literal.IsTrue,
        "IsNumeric" => Choice.IsNumeric(v, "$.Variable", ref missing) == literal.IsTrue,
        "IsString" => Choice.IsString(v, "$.Variable", ref missing) == literal.IsTrue,
        "IsBoolean" => Choice.IsBoolean(v, "$.Variable", ref missing) == literal.IsTrue,
        "IsTimestamp" => Choice.IsTimestamp(v, "$.Variable", ref missing) == literal.IsTrue,
        "BooleanEquals" => Choice.BooleanEquals(v, literal.IsTrue, "$.Variable", ref missing),
        "BooleanEqualsPath" => Choice.BooleanEquals(v, operand, "$.Variable", "$.Value", ref missing),
        _ when name.EndsWith("Path", StringComparison.Ordinal) => DecidePath(name, v, operand, ref missing),
        _ when name.StartsWith("Numeric", StringComparison.Ordinal) => DecideNumber(name, v, literal.AsDouble(), ref missing),
        _ when name.StartsWith("Timestamp", StringComparison.Ordinal) => DecideTimestamp(name, v, literal, ref missing),
        "StringEquals" => Choice.StringEquals(v, literal.AsString(), "$.Variable", ref missing),
        "StringLessThan" => Choice.StringLessThan(v, literal.AsString(), "$.Variable", ref missing),
        "StringGreaterThan" => Choice.StringGreaterThan(v, literal.AsString(), "$.Variable", ref missing),
        "StringLessThanEquals" => Choice.StringLessThanEquals(v, literal.AsString(), "$.Variable", ref missing),
        "StringGreaterThanEquals" => Choice.StringGreaterThanEquals(v, literal.AsString(), "$.Variable", ref missing),
        "StringMatches" => Choice.StringMatches(v, literal.AsString(), "$.Variable", ref missing),
        _ => throw new ArgumentException(name),
    };

    private static bool DecideNumber(string name, JsonValue v, double literal, ref string? missing) => name switch
    {
        "NumericEquals" => Choice.NumericEquals(v, literal, "$.Variable", ref missing),
        "NumericLessThan" => Choice.NumericLessThan(v, literal, "$.Variable", ref missing),
        "NumericGreaterThan" => Choice.NumericGreaterThan(v, literal, "$.Variable", ref missing),
        "NumericLessThanEquals" => Choice.NumericLessThanEquals(v, literal, "$.Variable", ref missing),
        "NumericGreaterThanEquals" => Choice.NumericGreaterThanEquals(v, literal, "$.Variable", ref missing),
        _ => throw new ArgumentException(name),
    };

    private static bool DecideTimestamp(string name, JsonValue v, JsonValue literal, ref string? missing)
    {
        Assert.True(Timestamps.TryParse(literal, out DateTimeOffset instant));
        return name switch
        {
            "TimestampEquals" => Choice.TimestampEquals(v, instant, "$.Variable", ref missing),
            "TimestampLessThan" => Choice.TimestampLessThan(v, instant, "$.Variable", ref missing),
            "TimestampGreaterThan" => Choice.TimestampGreaterThan(v, instant, "$.Variable", ref missing),
            "TimestampLessThanEquals" => Choice.TimestampLessThanEquals(v, instant, "$.Variable", ref missing),
            "TimestampGreaterThanEquals" => Choice.TimestampGreaterThanEquals(v, instant, "$.Variable", ref missing),
            _ => throw new ArgumentException(name),
        };
    }

    private static bool DecidePath(string name, JsonValue v, JsonValue o, ref string? missing) => name switch
    {
        "StringEqualsPath" => Choice.StringEquals(v, o, "$.Variable", "$.Value", ref missing),
        "StringLessThanPath" => Choice.StringLessThan(v, o, "$.Variable", "$.Value", ref missing),
        "StringGreaterThanPath" => Choice.StringGreaterThan(v, o, "$.Variable", "$.Value", ref missing),
        "StringLessThanEqualsPath" => Choice.StringLessThanEquals(v, o, "$.Variable", "$.Value", ref missing),
        "StringGreaterThanEqualsPath" => Choice.StringGreaterThanEquals(v, o, "$.Variable", "$.Value", ref missing),
        "NumericEqualsPath" => Choice.NumericEquals(v, o, "$.Variable", "$.Value", ref missing),
        "NumericLessThanPath" => Choice.NumericLessThan(v, o, "$.Variable", "$.Value", ref missing),
        "NumericGreaterThanPath" => Choice.NumericGreaterThan(v, o, "$.Variable", "$.Value", ref missing),
        "NumericLessThanEqualsPath" => Choice.NumericLessThanEquals(v, o, "$.Variable", "$.Value", ref missing),
        "NumericGreaterThanEqualsPath" => Choice.NumericGreaterThanEquals(v, o, "$.Variable", "$.Value", ref missing),
        "TimestampEqualsPath" => Choice.TimestampEquals(v, o, "$.Variable", "$.Value", ref missing),
        "TimestampLessThanPath" => Choice.TimestampLessThan(v, o, "$.Variable", "$.Value", ref missing),
        "TimestampGreaterThanPath" => Choice.TimestampGreaterThan(v, o, "$.Variable", "$.Value", ref missing),
        "TimestampLessThanEqualsPath" => Choice.TimestampLessThanEquals(v, o, "$.Variable", "$.Value", ref missing),
        "TimestampGreaterThanEqualsPath" => Choice.TimestampGreaterThanEquals(v, o, "$.Variable", "$.Value", ref missing),
        _ => throw new ArgumentException(name),
    };
}
