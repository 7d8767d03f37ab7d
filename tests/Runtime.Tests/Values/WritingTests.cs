using System.Text;
using System.Text.Json;
using Compiled.Values;
using JsonProperty = Compiled.Values.JsonProperty;

namespace Compiled.Runtime.Tests.Values;

public sealed class WritingTests
{
    // Only what can have been written before is copied.
    [Theory]
    [InlineData(2, 5, "x 1.51.5")]
    [InlineData(-9, 3, "x 1.51.5")]
    [InlineData(900, 903, "x 1.51.5")]
    [InlineData(5, 2, "x 1.51.5")]
    [InlineData(0, 2_000_000_000, "x 1.51.5")]
    public void Number_WrittenAgain_IsTheSame(int start, int end, string text)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        buffer.Raw("x "u8);
        buffer.Number(1.5);

        buffer.Again(JsonValue.Number(1.5), start, end);

        Assert.Equal(text, Encoding.UTF8.GetString(buffer.Written));
        Assert.Equal(text.Length, buffer.Length);
        buffer.Return();
    }

    public static TheoryData<string, string> Strings => new()
    {
        { "", "" },
        { "plain text", "plain text" },
        { "\"\\", "\\\"\\\\" },
        { "\b\f\n\r\t", "\\b\\f\\n\\r\\t" },
        { "\0\u0001\u000b\u001f", "\\u0000\\u0001\\u000b\\u001f" },
        { "<a href='x'>&+/\u007f\u2028", "<a href='x'>&+/\u007f\u2028" },
        { "æ€😀", "æ€😀" },
        { "x\ud83d", "x\ufffd" },
        { "\ude00x\ud83d\"", "\ufffdx\ufffd\\\"" },
    };

    [Theory]
    [MemberData(nameof(Strings))]
    public void String_IsEscapedOnlyWhereJsonDemandsIt(string text, string expected)
    {
        JsonValue value = JsonValue.Array(text, JsonValue.Object(new JsonProperty(Key.Of(text), 1)));

        Assert.Equal($"[\"{expected}\",{{\"{expected}\":1}}]", value.ToString());
        Assert.Equal(value.ToUtf8().Length, value.ByteCount);
        Assert.True(ReaderOracle.Accepts(value.ToUtf8()));
    }

    [Fact]
    public void Value_OfAnyKind_WritesCompactText()
    {
        JsonValue read = JsonValue.Parse("""{ "r": [ 1.0, "\u0041" ] }""");

        JsonValue value = JsonValue.Array(JsonValue.Null, true, false, 1, -2.5, "a", JsonValue.EmptyArray, JsonValue.EmptyObject, read, read.Get("r")[1]);

        const string Expected = """[null,true,false,1,-2.5,"a",[],{},{"r":[1.0,"\u0041"]},"\u0041"]""";
        JsonBuffer buffer = JsonBuffer.Rent();
        value.Write(buffer);
        Assert.Equal(Expected, Encoding.UTF8.GetString(buffer.Written));
        buffer.Return();
        Assert.Equal(Expected, value.ToString());
        Assert.Equal(Expected, Encoding.UTF8.GetString(value.ToUtf8()));
        Assert.Equal(Expected.Length, value.ByteCount);
    }

    [Fact]
    public void WhatIsNotJson_IsNeitherWrittenNorMeasured()
    {
        JsonValue failure = JsonValue.Failure(new Fault("E", null));
        foreach (JsonValue value in new[] { default, failure, JsonValue.ArrayOf([default]), JsonValue.ObjectOf([new(Key.Of("a"), failure)]) })
        {
            Assert.Throws<InvalidOperationException>(() => value.ToUtf8());
            Assert.Throws<InvalidOperationException>(() => value.Write(new JsonBuffer()));
            Assert.Throws<InvalidOperationException>(() => value.ByteCount);
        }

        Assert.Equal("", default(JsonValue).ToString());
        Assert.Equal("E", failure.ToString());
    }

    [Fact]
    public void ByteCount_OfAChangedValue_IsThatOfTheNewText()
    {
        JsonValue value = JsonValue.Parse("""{"a":{"b":1}}""");
        for (int i = 0; i < 50; i++)
        {
            value = value.With($"k{i % 7}", JsonValue.Array(i, "é", value.Get("a"))).With("a", i / 4.0);
            Assert.Equal(value.ToUtf8().Length, value.ByteCount);
            Assert.Equal(value.ToUtf8().Length, value.ByteCount);
        }
    }

    [Fact]
    public void BuiltValues_NestTo512Levels()
    {
        JsonValue value = 1;
        for (int level = 1; level <= JsonValue.MaxDepth; level++)
        {
            value = level % 2 == 0 ? JsonValue.Array(value) : JsonValue.Object(new JsonProperty(Key.Of("a"), value));
        }

        Assert.Equal(value.ToUtf8().Length, value.ByteCount);
        Assert.Equal(value, JsonValue.Parse(value.ToUtf8()));
        AssertTooDeep(JsonValue.Array(value));
        AssertTooDeep(JsonValue.Object(new JsonProperty(Key.Of("a"), value)));
    }

    [Fact]
    public void BuiltValues_ThatNestWithoutEnd_AreRefusedWithoutAStackOverflow()
    {
        JsonValue built = 1, measured = 1, around = JsonValue.Parse(new string('[', 500) + new string(']', 500));
        for (int level = 1; level <= 100_000; level++)
        {
            built = JsonValue.Array(built);
            measured = JsonValue.Object(new JsonProperty(Key.Of("a"), measured));
            if (level <= JsonValue.MaxDepth)
            {
                _ = measured.ByteCount;
            }

            around = level <= 13 ? JsonValue.Array(around) : around;
        }

        AssertTooDeep(built);
        AssertTooDeep(measured);
        AssertTooDeep(around);
        Assert.Throws<InvalidOperationException>(() => built.Equals(JsonValue.Array(built)));
        Assert.Throws<InvalidOperationException>(() => built.GetHashCode());
        Assert.Throws<InvalidOperationException>(() => built.Detach());
    }

    [Fact]
    public void ShallowPartsOfADeepDocument_CountWithTheirOwnDepth()
    {
        JsonValue part = JsonValue.Parse("{\"deep\":" + new string('[', 500) + new string(']', 500) + ",\"flat\":[1]}").Get("flat");
        for (int level = 1; level < JsonValue.MaxDepth; level++)
        {
            part = JsonValue.Array(part);
            Assert.Equal(3 + level * 2, part.ByteCount);
            Assert.Equal(3 + level * 2, part.ToUtf8().Length);
        }

        Assert.Equal(part, JsonValue.Parse(part.ToUtf8()));
        AssertTooDeep(JsonValue.Array(part));
    }

    [Fact]
    public void Buffer_GrowsAndClears()
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        buffer.Raw("x"u8);
        buffer.Clear();
        buffer.Byte((byte)'"');
        for (int i = 0; i < 5000; i++)
        {
            buffer.Chars("a\"é");
        }

        buffer.Byte((byte)'"');
        Assert.Equal(string.Concat(Enumerable.Repeat("a\"é", 5000)), JsonDocument.Parse(buffer.Written.ToArray()).RootElement.GetString());
        buffer.Return();

        JsonBuffer again = JsonBuffer.Rent();
        Assert.Same(buffer, again);
        Assert.True(again.Written.IsEmpty);
        Assert.NotSame(again, JsonBuffer.Rent());
    }

    private static void AssertTooDeep(JsonValue value)
    {
        Assert.Throws<InvalidOperationException>(() => value.ByteCount);
        Assert.Throws<InvalidOperationException>(() => value.ToUtf8());
        Assert.Throws<InvalidOperationException>(() => value.ToString());
    }
}
