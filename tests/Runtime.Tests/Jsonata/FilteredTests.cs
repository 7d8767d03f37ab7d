using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Tests.Jsonata;

/// <summary>What a filter keeps of the items of a value: as a sequence would collect them, but an array of which all are kept is its own result.</summary>
public sealed class FilteredTests
{
    private static readonly Evaluation s_evaluation = new(default(DateTimeOffset), null!);

    [Theory]
    [InlineData("[1,2,3]", "111", "[1,2,3]")]
    [InlineData("[1,2,3]", "101", "[1,3]")]
    [InlineData("[1,2,3]", "110", "[1,2]")]
    [InlineData("[1,2,3]", "011", "[2,3]")]
    [InlineData("[1,2,3]", "010", "2")]
    [InlineData("[1,2,3]", "000", "")]
    [InlineData("[1,2,3,4,5,6,7,8,9]", "111111110", "[1,2,3,4,5,6,7,8]")]
    // One that is left is no array, but may be one itself.
    [InlineData("[1]", "1", "1")]
    [InlineData("[[1,2]]", "1", "[1,2]")]
    [InlineData("[]", "", "")]
    [InlineData("7", "1", "7")]
    [InlineData("7", "0", "")]
    public void Items_ThatAreKept_AreTheResult(string source, string kept, string result)
    {
        JsonValue value = JsonValue.Parse(source), built = Filter(Built(value), kept);

        Assert.Equal(result, Text(Filter(value, kept)));
        Assert.Equal(result, Text(built));
    }

    [Fact]
    public void Array_OfWhichAllIsKept_IsItsOwnResult()
    {
        JsonValue source = JsonValue.Parse("[1,2,3]");

        Assert.Equal((false, true), (Filter(source, "111").IsSequence, Filter(source, "110").IsSequence));
    }

    // Both count as many steps, so that expressions end alike.
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(100_000)]
    public void Items_ThatAreKept_CountAsThoseOfASequence(int count)
    {
        JsonValue source = JsonValue.Array([.. Enumerable.Range(0, count).Select(i => (JsonValue)i)]);

        Assert.Equal(Steps(evaluation =>
        {
            var sequence = new Sequence(evaluation);
            foreach (JsonValue item in Items.Of(source))
                sequence.Push(item);
        }), Steps(evaluation =>
        {
            var filtered = new Filtered(source, evaluation);
            foreach (JsonValue item in Items.Of(source))
                filtered.Push(item);
            filtered.ToValue();
        }));
    }

    private static long Steps(Action<Evaluation> evaluate)
    {
        var evaluation = new Evaluation(default(DateTimeOffset), null!);
        evaluate(evaluation);
        return evaluation.Steps;
    }

    private static JsonValue Filter(JsonValue source, string kept)
    {
        var filtered = new Filtered(source, s_evaluation);
        int index = 0;
        foreach (JsonValue item in Items.Of(source))
        {
            if (kept[index++] == '1')
                filtered.Push(item);
            else
                filtered.Skip();
        }

        return filtered.ToValue();
    }

    private static JsonValue Built(JsonValue value) => value.IsArray ? JsonValue.Array([.. Enumerable.Range(0, value.Count).Select(i => value[i])]) : value;

    private static string Text(JsonValue value) => value.IsMissing ? "" : value.ToString();
}
