using Compiled.Execution;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>What a handler is given of an input in memory that is used again is a value of its own, whoever has it and for however long.</summary>
public sealed class WrittenArgumentsTests
{
    private static readonly Key Id = Key.Of("id"), Items = Key.Of("items"), Number = Key.Of("n");

    [Fact]
    public void Arguments_AreWhatWasWritten()
    {
        JsonValue read = JsonValue.Parse("""[{"a":1,"b":[2,{"c":"x"}]},[],{},"s\n",1.50,"a string that is longer than a vector has bytes",[1,2,3,4,5,6,7]]""");

        JsonValue given = Write(7, read);

        Assert.Equal("""{"id":7,"items":[{"a":1,"b":[2,{"c":"x"}]},[],{},"s\n",1.50,"a string that is longer than a vector has bytes",[1,2,3,4,5,6,7]]}""", given.ToString());
        Assert.Equal(read, given[Items]);
        Assert.Equal("x", given[Items][0][Key.Of("b")][1][Key.Of("c")].AsString());
        Assert.Equal([1.0, 2, 3, 4, 5, 6, 7], Numbers(given[Items][6]));
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("[]")]
    [InlineData("12.50")]
    [InlineData("{\"a\":{\"b\":[1,{}]}}")]
    public void Arguments_ThatAreOnePart_AreIt(string json)
    {
        ArrayWriter writer = new ArrayWriter().BeginArguments();
        writer.Add(JsonValue.Parse($"[0,{json}]")[1]);

        JsonValue given = Take(writer);

        Assert.Equal(json, given.ToString());
        Assert.Equal(JsonValue.Parse(json), given);
    }

    [Fact]
    public void Arguments_ThatAreKept_StayWhatTheyAreWhileOthersAreWritten()
    {
        JsonValue[] kept = [.. Enumerable.Range(0, 50).Select(i => Write(i, JsonValue.Parse($"[{i},{{\"n\":{i * 10}}}]")))];

        foreach ((JsonValue given, int i) in kept.Select((given, i) => (given, i)).Reverse())
        {
            Assert.Equal(i, given[Id].AsDouble());
            Assert.Equal(i * 10, given[Items][1][Number].AsDouble());
            Assert.Equal($"{{\"id\":{i},\"items\":[{i},{{\"n\":{i * 10}}}]}}", given.ToString());
        }
    }

    [Fact]
    public void Arguments_ThatWereLookedInto_AreReadWhileOthersAreWritten()
    {
        JsonValue given = Write(1, JsonValue.Parse("[1,2,3,4,5,6,7,8]"));
        var seen = new List<double>();

        foreach (JsonValue item in given[Items].Items())
        {
            seen.Add(item.AsDouble());
            Write(2, JsonValue.Parse("[{\"x\":[[[9]]]}]"));
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], seen);
    }

    [Fact]
    public async Task Arguments_OnOtherThreads_AreTheSame()
    {
        JsonValue[] given = [.. Enumerable.Range(0, 4).Select(i => Write(i, JsonValue.Parse($"[{i},{{\"n\":{i * 10}}}]")))];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int round = 0; round < 1000; round++)
            {
                for (int i = 0; i < given.Length; i++)
                {
                    Assert.Equal(i * 10, given[i][Items][1][Number].AsDouble());
                    Assert.Equal(1000 + round, Write(round, JsonValue.Parse($"[{1000 + round}]"))[Items][0].AsDouble());
                }
            }
        })));
    }

    [Fact]
    public void Arguments_FarBelowOnTheStack_AreTheSame()
    {
        JsonValue given = Write(7, JsonValue.Parse("[1,2,3]"));

        Assert.Equal([1.0, 2, 3], Below(200, given));
        Assert.Equal([1.0, 2, 3], Numbers(given[Items]));
    }

    [Fact]
    public void Arguments_WithMoreThanIsSpare_HaveRowsOfTheirOwn()
    {
        JsonValue many = JsonValue.Parse($"[{string.Join(',', Enumerable.Range(0, 5000))}]");

        JsonValue given = Write(1, many);
        for (int i = 0; i < 8; i++)
            Write(2, JsonValue.EmptyArray);

        Assert.Equal(many, given[Items]);
        Assert.Equal(4999, given[Items][4999].AsDouble());
    }

    [Fact]
    public void Arguments_WithNumbersThatWereCounted_KeepTheirKind()
    {
        JsonValue given = Write(10.0, JsonValue.Array(2.5, 1e21, 3L));
        for (int i = 0; i < 8; i++)
            Write(2, JsonValue.EmptyArray);

        Assert.Equal("""{"id":10,"items":[2.5,1e+21,3]}""", given.ToString());
        Assert.Equal(JsonValue.Number(10.0), given[Id]);
    }

    [Fact]
    public void Arguments_ThatAreNoJson_AreRefused()
    {
        ArrayWriter writer = new ArrayWriter().BeginArguments();
        writer.OpenObject();
        writer.Member(Id, "half \ud800");
        writer.CloseObject();

        Assert.True(Take(writer).IsMissing);
    }

    private static JsonValue Write(in JsonValue id, in JsonValue items)
    {
        ArrayWriter writer = new ArrayWriter().BeginArguments();
        writer.OpenObject();
        writer.Member(Id, in id);
        writer.Member(Items, in items);
        writer.CloseObject();
        return Take(writer);
    }

    // Each frame takes a kilobyte.
    private static List<double> Below(int frames, in JsonValue given)
    {
        Span<byte> room = stackalloc byte[1024];
        room.Fill((byte)frames);
        List<double> numbers = frames == 0 ? Numbers(given[Items]) : Below(frames - 1, in given);
        Assert.Equal((byte)frames, room[^1]);
        return numbers;
    }

    // As a path that calls a handler has it, whose place on the stack alone matters here.
    private static JsonValue Take(ArrayWriter writer)
    {
        FastPath path = new(null!, null!, CancellationToken.None);
        return path.TakeArguments(writer);
    }

    private static List<double> Numbers(JsonValue items)
    {
        var numbers = new List<double>();
        foreach (JsonValue item in items.Items())
            numbers.Add(item.AsDouble());
        return numbers;
    }
}
