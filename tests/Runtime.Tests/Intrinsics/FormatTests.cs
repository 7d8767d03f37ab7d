using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class FormatTests
{
    private const string Text = "States.Format('...')";

    // L-404, recorded: intrinsic_functions/test_format_1, test_format_2
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\" \"", " ")]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("1", "1")]
    [InlineData("1.10", "1.10")]
    [InlineData("1E5", "1E5")]
    [InlineData("""{"Arg1": 1, "Arg2": []}""", "{Arg1=1, Arg2=[]}")]
    [InlineData("""["a", {"b": null}, [true]]""", "[a, {b=null}, [true]]")]
    public void Format_Value_IsWrittenAsJavaPrintsIt(string json, string expected)
    {
        JsonValue value = JsonValue.Parse(json);
        Assert.Equal($"<{expected}>", Intrinsics.Format(Text, ["<", ">"], [value]).AsString());
        Assert.Equal($"<{expected}>", Intrinsics.Format(Text, JsonValue.String("<{}>"), [value]).AsString());
    }

    [Fact]
    public void Format_BuiltValues_AreWrittenLikeReadOnes()
        => Assert.Equal(
            "-7|0.25|{a=x}|[]",
            Intrinsics.Format(Text, ["", "|", "|", "|", ""], [-7, 0.25, JsonValue.Object(new JsonProperty(Key.Of("a"), "x")), JsonValue.EmptyArray]).AsString());

    [Fact]
    public void Format_LongText_IsWhole()
        => Assert.Equal(new string('a', 5000) + "é" + new string('b', 5000), Intrinsics.Format(Text, ["", "é", ""], [new string('a', 5000), new string('b', 5000)]).AsString());

    [Fact]
    public void Format_ComputedTemplate_UndoesEscapedBraces()
        => Assert.Equal("{} {x 1 \\", Intrinsics.Format(Text, JsonValue.String("\\{\\} {x {} \\"), [1]).AsString());

    [Theory]
    [InlineData("{}{}")]
    [InlineData("none")]
    public void Format_WrongNumberOfArguments_Fails(string template)
        => Assert.Equal("States.IntrinsicFailure", Intrinsics.Format(Text, JsonValue.String(template), [1]).AsFault?.Error);

    [Fact]
    public void Format_TemplateNoString_Fails()
        => Assert.Equal(
            "The function 'States.Format('...')' had the following error: Argument 1 must be a string, but was the number 5.",
            Intrinsics.Format(Text, (JsonValue)5, []).AsFault?.Cause);

    [Fact]
    public void Format_FailureAmongArguments_ComesOutAsItIs()
    {
        var fault = new Fault("States.IntrinsicFailure", "inner");
        Assert.Same(fault, Intrinsics.Format(Text, ["", ""], [JsonValue.Failure(fault)]).AsFault);
        Assert.Same(fault, Intrinsics.Format(Text, JsonValue.Failure(fault), []).AsFault);
    }

    [Fact]
    public void Format_OfNumber_AllocatesOnlyTheResult()
    {
        JsonValue number = JsonValue.Parse("[12.5]")[0];
        Intrinsics.Format(Text, s_pieces, [number]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Intrinsics.Format(Text, s_pieces, [number]);
        }

        // "total 12.5 EUR" is 14 chars: 22 bytes of string and the chars, rounded up to 8.
        Assert.Equal(56, (GC.GetAllocatedBytesForCurrentThread() - before) / 100);
    }

    private static readonly string[] s_pieces = ["total ", " EUR"];
}
