using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Tests.Jsonata;

/// <summary>How results of paths are collected and collapse: FEATURES L-440, L-443.</summary>
public sealed class SequenceTests
{
    [Fact]
    public void Sequence_OfNothing_IsMissing() => Assert.True(new Sequence().ToValue().IsMissing);

    [Fact]
    public void Sequence_OfOneItem_IsTheItem()
    {
        var sequence = new Sequence();
        sequence.Add(7);

        Assert.Equal("7", sequence.ToValue().ToString());
    }

    [Fact]
    public void Sequence_OfOneArrayAlone_KeepsItWhole()
    {
        var sequence = new Sequence();
        sequence.Add(JsonValue.Parse("[1]"));

        Assert.Equal("[1]", sequence.ToValue().ToString());
    }

    [Fact]
    public void Sequence_OfOneArrayAndMore_OpensIt()
    {
        var sequence = new Sequence();
        sequence.Add(JsonValue.Parse("[1,[2]]"));
        sequence.Add(default);
        sequence.Add(3);

        Assert.Equal("[1,[2],3]", sequence.ToValue().ToString());
        Assert.True(sequence.ToValue().IsSequence);
    }

    [Fact]
    public void Sequence_OfEmptyArrays_IsMissing()
    {
        var sequence = new Sequence();
        sequence.Add(JsonValue.EmptyArray);
        sequence.Add(JsonValue.EmptyArray);

        Assert.True(sequence.ToValue().IsMissing);
    }

    [Fact]
    public void Sequence_Kept_StaysAnArrayOfOne()
    {
        var sequence = new Sequence();
        sequence.Push(7);

        Assert.Equal("[7]", Sequences.Collapse(sequence.ToKept()).ToString());
        Assert.Equal("7", Sequences.Collapse(sequence.ToSequence()).ToString());
    }

    [Fact]
    public void Sequence_OfManyItems_CountsThemAsSteps()
    {
        var evaluation = new Evaluation(default, new NoRandomness()) { Steps = 1000 };

        Assert.Equal("U1001", Assert.Throws<JsonataException>(() =>
        {
            var sequence = new Sequence(evaluation);
            for (int i = 0; i < 10_000; i++)
            {
                sequence.Push(i);
            }
        }).Code);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void Sequence_OfSeveralItems_GivesThemInOrder(int count)
    {
        var sequence = new Sequence();
        for (int i = 0; i < count; i++)
        {
            sequence.Push(i);
        }

        var gone = new List<JsonValue>();
        foreach (JsonValue item in sequence.Elements())
        {
            gone.Add(item);
        }

        string expected = "[" + string.Join(',', Enumerable.Range(0, count)) + "]";
        Assert.Equal(count, sequence.Count);
        Assert.Equal(expected, sequence.ToValue().ToString());
        Assert.Equal(expected, sequence.ToArray().ToString());
        Assert.Equal(expected, JsonValue.Array([.. gone]).ToString());
    }

    [Fact]
    public void Sequence_OfOneArray_IsGoneOverByItsItems()
    {
        var whole = new Sequence();
        whole.Add(JsonValue.Parse("[1,[2]]"));
        var item = new Sequence();
        item.Push(JsonValue.Parse("[1,[2]]"));

        Assert.Equal(["1", "[2]"], Texts(whole.Elements()));
        Assert.Equal(["1", "[2]"], Texts(item.Elements()));
        Assert.Equal(["1", "[2]"], Texts(whole.OrMissing()));
        Assert.Equal(["[1,[2]]"], Texts(item.OrMissing()));
        Assert.Equal([""], Texts(new Sequence().OrMissing()));

        static List<string> Texts(SequenceItems items)
        {
            var texts = new List<string>();
            foreach (JsonValue each in items)
            {
                texts.Add(each.ToString());
            }

            return texts;
        }
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("[1]", "[1]")]
    [InlineData("5", "5")]
    public void Collapse_ArraysThatAreNoSequences_Stay(string json, string expected)
    {
        JsonValue value = JsonValue.Parse(json);

        Assert.Equal(expected.Length == 0 ? json : expected, Sequences.Collapse(value).ToString());
    }

    private sealed class NoRandomness : Compiled.Expressions.IRandomSource
    {
        public ulong NextUInt64() => throw new InvalidOperationException("Nothing here draws.");
    }
}
