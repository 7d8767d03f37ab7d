using System.Text.RegularExpressions;
using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class IntrinsicsTests
{
    private const string Text = "States.X()";

    private static JsonValue Json(string json) => JsonValue.Parse(json);

    private static void Same(string expected, JsonValue actual) => Assert.Equal(expected, actual.ToString());

    private static void Fails(JsonValue actual) => Assert.Equal("States.IntrinsicFailure", actual.AsFault?.Error);

    // L-405, recorded: intrinsic_functions/test_string_to_json
    [Theory]
    [InlineData("", "null")]
    [InlineData(" \t", "null")]
    [InlineData("null", "null")]
    [InlineData("-0", "0")]
    [InlineData("1.10", "1.10")]
    [InlineData("\"HelloWorld\"", "\"HelloWorld\"")]
    [InlineData("[1, 2, \"HelloWorld\"]", "[1,2,\"HelloWorld\"]")]
    public void StringToJson_Json_IsRead(string text, string expected)
    {
        Same(expected, Intrinsics.StringToJson(Text, text));
        Same(expected, Intrinsics.StringToJson(Text, Json(JsonValue.String(text).ToString())));
    }

    [Theory]
    [InlineData("\"{\"")]
    [InlineData("\"a b\"")]
    [InlineData("5")]
    [InlineData("null")]
    public void StringToJson_Other_Fails(string json) => Fails(Intrinsics.StringToJson(Text, Json(json)));

    // L-406
    [Theory]
    [InlineData("null")]
    [InlineData("\"Hello\"")]
    [InlineData("[1,2,\"HelloWorld\"]")]
    public void JsonToString_Value_GivesCompactText(string json) => Assert.Equal(json, Intrinsics.JsonToString(Text, Json(json)).AsString());

    // L-407
    [Fact]
    public void Array_Arguments_AreItsElements()
    {
        Same("[]", Intrinsics.Array(Text));
        Same("[1,null,\"a\"]", Intrinsics.Array(Text, 1, JsonValue.Null, "a"));
    }

    // L-408, recorded: intrinsic_functions/array/test_array_partition
    [Theory]
    [InlineData("[]", "2", "[]")]
    [InlineData("[0]", "5", "[[0]]")]
    [InlineData("[0,1,2]", "2", "[[0,1],[2]]")]
    [InlineData("[0,1,2,3]", "2", "[[0,1],[2,3]]")]
    [InlineData("[0,1,2,3]", "2.5", "[[0,1,2],[3]]")]
    [InlineData("[0,1]", "2147483647", "[[0,1]]")]
    public void ArrayPartition_Size_Chunks(string array, string size, string expected) => Same(expected, Intrinsics.ArrayPartition(Text, Json(array), Json(size)));

    [Theory]
    [InlineData("[1]", "0")]
    [InlineData("[1]", "-1")]
    [InlineData("[1]", "\"2\"")]
    [InlineData("{}", "1")]
    public void ArrayPartition_Other_Fails(string array, string size) => Fails(Intrinsics.ArrayPartition(Text, Json(array), Json(size)));

    // L-409
    [Theory]
    [InlineData("[]", "null", "false")]
    [InlineData("[[1,2,3],2]", "[1,2,3]", "true")]
    [InlineData("[{\"a\":1,\"b\":2}]", "{\"b\":2,\"a\":1}", "true")]
    [InlineData("[true]", "1", "false")]
    [InlineData("[\"1\"]", "1", "false")]
    public void ArrayContains_Value_ComparesDeep(string array, string value, string expected) => Same(expected, Intrinsics.ArrayContains(Text, Json(array), Json(value)));

    // L-410
    [Theory]
    [InlineData(0, 10, 3, "[0,3,6,9]")]
    [InlineData(1, 9, 9, "[1]")]
    [InlineData(5, 1, -2, "[5,3,1]")]
    [InlineData(1, 0, 1, "[]")]
    [InlineData(0.5, 2.4, 1, "[1,2]")]
    [InlineData(2147483646, 2147483647, 1, "[2147483646,2147483647]")]
    public void ArrayRange_Bounds_AreIncluded(double first, double last, double step, string expected) => Same(expected, Intrinsics.ArrayRange(Text, first, last, step));

    [Fact]
    public void ArrayRange_MoreThanThousand_Fails()
    {
        Assert.Equal(1000, Intrinsics.ArrayRange(Text, 1, 1000, 1).Count);
        Fails(Intrinsics.ArrayRange(Text, 0, 1000, 1));
        Fails(Intrinsics.ArrayRange(Text, int.MinValue, int.MaxValue, 1));
        Fails(Intrinsics.ArrayRange(Text, 0, 10, 0));
        Fails(Intrinsics.ArrayRange(Text, 0, 10, 0.4));
    }

    // L-411
    [Fact]
    public void ArrayGetItem_Index_CountsFromZero()
    {
        Same("\"b\"", Intrinsics.ArrayGetItem(Text, Json("""["a","b"]"""), 1));
        Fails(Intrinsics.ArrayGetItem(Text, Json("""["a","b"]"""), 2));
        Fails(Intrinsics.ArrayGetItem(Text, Json("""["a","b"]"""), -1));
        Fails(Intrinsics.ArrayGetItem(Text, "ab", 0));
    }

    // L-412
    [Fact]
    public void ArrayLength_Array_Counts()
    {
        Same("3", Intrinsics.ArrayLength(Text, Json("[1,[2,3],4]")));
        Assert.Equal(
            "The function 'States.X()' had the following error: Argument 1 must be an array, but was an object.",
            Intrinsics.ArrayLength(Text, JsonValue.EmptyObject).AsFault?.Cause);
    }

    // L-413, I-006: the recorded 20 is of another template.
    [Fact]
    public void ArrayUnique_EqualElements_KeepsTheFirst()
        => Same(
            """[null,true,1,1.1,"a",[],[null],{"a":1,"b":2}]""",
            Intrinsics.ArrayUnique(Text, Json("""[null,null,true,true,1,1.0,1.1,"a","a",[],[],[null],[null],{"a":1,"b":2},{"b":2,"a":1}]""")));

    // L-414
    [Theory]
    [InlineData("Data to encode", "RGF0YSB0byBlbmNvZGU=")]
    [InlineData("", "")]
    [InlineData("é", "w6k=")]
    public void Base64_Text_GoesThereAndBack(string text, string encoded)
    {
        Assert.Equal(encoded, Intrinsics.Base64Encode(Text, text).AsString());
        Assert.Equal(text, Intrinsics.Base64Decode(Text, encoded).AsString());
        Assert.Equal(text, Intrinsics.Base64Decode(Text, encoded.TrimEnd('=')).AsString());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("YWI==")]
    [InlineData("YW I=")]
    [InlineData("YW_I")]
    [InlineData("=")]
    public void Base64Decode_Other_Fails(string text) => Fails(Intrinsics.Base64Decode(Text, text));

    [Fact]
    public void Characters_MoreThanTenThousand_Fail()
    {
        string most = new('a', 10_000), more = most + "a";
        Assert.False(Intrinsics.Base64Encode(Text, most).IsFailure);
        Assert.False(Intrinsics.Hash(Text, most, "MD5").IsFailure);
        Fails(Intrinsics.Base64Encode(Text, more));
        Fails(Intrinsics.Base64Decode(Text, more));
        Fails(Intrinsics.Hash(Text, more, "MD5"));
    }

    // L-415, recorded: intrinsic_functions/test_hash
    [Theory]
    [InlineData("MD5", "812f45842bc6d66ee14572ce20db8e86")]
    [InlineData("SHA-1", "aaff4a450a104cd177d28d18d74485e8cae074b7")]
    [InlineData("SHA-384", "d28a7d5cf25a74f11a50a18452b75e04bb3d70c9dd0510d6123aa008c756511b87525bdc835ebb27e1fb9e9374a15562")]
    public void Hash_Algorithm_GivesLowerCaseDigits(string algorithm, string expected) => Assert.Equal(expected, Intrinsics.Hash(Text, "input data", algorithm).AsString());

    [Fact]
    public void Hash_Other_Fails()
    {
        Fails(Intrinsics.Hash(Text, "a", "sha-1"));
        Fails(Intrinsics.Hash(Text, 5, "MD5"));
    }

    // L-416
    [Fact]
    public void JsonMerge_Objects_SecondWinsShallow()
        => Same(
            """{"a":{"a3":1},"b":2,"d":4,"c":3}""",
            Intrinsics.JsonMerge(Text, Json("""{"a":{"a1":1},"b":2,"d":3}"""), Json("""{"a":{"a3":1},"c":3,"d":4}"""), false));

    [Fact]
    public void JsonMerge_Other_Fails()
    {
        Fails(Intrinsics.JsonMerge(Text, JsonValue.EmptyObject, JsonValue.EmptyObject, true));
        Fails(Intrinsics.JsonMerge(Text, JsonValue.EmptyObject, JsonValue.EmptyArray, false));
        Fails(Intrinsics.JsonMerge(Text, JsonValue.EmptyObject, JsonValue.EmptyObject, "false"));
    }

    // L-418, recorded: intrinsic_functions/test_math_add
    [Theory]
    [InlineData(-9, 3, -6)]
    [InlineData(1.49, 1.5, 3)]
    [InlineData(-1.49, -1.5, -2)]
    [InlineData(-1.5, -1.51, -3)]
    [InlineData(-0.5, 0.5, 1)]
    [InlineData(-2.5, 0, -2)]
    [InlineData(0.49999999999999994, 0, 0)]
    [InlineData(2147483647, -1, 2147483646)]
    public void MathAdd_Numbers_RoundsHalvesUpFirst(double first, double second, long expected)
        => Same(expected.ToString(System.Globalization.CultureInfo.InvariantCulture), Intrinsics.MathAdd(Text, first, second));

    [Fact]
    public void MathAdd_Outside32Bits_Fails()
    {
        Fails(Intrinsics.MathAdd(Text, 2147483647, 1));
        Fails(Intrinsics.MathAdd(Text, 2147483648L, 0));
        Fails(Intrinsics.MathAdd(Text, 1e300, 0));
        Fails(Intrinsics.MathAdd(Text, "1", 0));
    }

    [Fact]
    public void MathAdd_Numbers_AllocatesNothing()
    {
        JsonValue numbers = Json("[1,2.5]"), first = numbers[0], second = numbers[1];
        Intrinsics.MathAdd(Text, first, second);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Intrinsics.MathAdd(Text, first, second);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    // L-417, I-011
    [Fact]
    public void MathRandom_Range_IncludesStartExcludesEnd()
    {
        Same("-5", Intrinsics.MathRandom(Text, -5, 5, new Bits(0)));
        Same("4", Intrinsics.MathRandom(Text, -5, 5, new Bits(ulong.MaxValue)));
        Same("0", Intrinsics.MathRandom(Text, -5, 5, new Bits(1UL << 63)));
        Same("2147483646", Intrinsics.MathRandom(Text, int.MinValue, int.MaxValue, new Bits(ulong.MaxValue)));
        Same("7", Intrinsics.MathRandom(Text, 7, 7, new Bits(ulong.MaxValue)));
        Fails(Intrinsics.MathRandom(Text, 8, 7, new Bits(0)));
    }

    [Fact]
    public void MathRandom_Seed_GivesAlwaysTheSame()
    {
        HashSet<long> seen = [];
        for (int seed = 0; seed < 50; seed++)
        {
            JsonValue value = Intrinsics.MathRandom(Text, 0, 999, (JsonValue)seed);
            Assert.Equal(value, Intrinsics.MathRandom(Text, 0, 999, (JsonValue)seed));
            Assert.True(value.TryGetInt64(out long number) && number is >= 0 and < 999);
            seen.Add(number);
        }

        Assert.True(seen.Count > 40);
    }

    // L-419, recorded: intrinsic_functions/test_string_split
    [Theory]
    [InlineData(" ", ",", """[" "]""")]
    [InlineData(", , ,", ",", """[" "," "]""")]
    [InlineData(",,,,", ",", "[]")]
    [InlineData("This.is+a,test=string", ".+,=", """["This","is","a","test","string"]""")]
    [InlineData("abc", "", """["abc"]""")]
    [InlineData("", ",", "[]")]
    public void StringSplit_EveryCharacter_Separates(string text, string separators, string expected) => Same(expected, Intrinsics.StringSplit(Text, text, separators));

    // L-420
    [Fact]
    public void Uuid_AnyBits_IsVersionFour()
    {
        Assert.Matches(new Regex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"), Intrinsics.UUID(Text, new Bits(0x0123456789abcdef)).AsString());
        Assert.Equal("ffffffff-ffff-4fff-bfff-ffffffffffff", Intrinsics.UUID(Text, new Bits(ulong.MaxValue)).AsString());
    }

    // The call inside failed first, whatever is wrong with the call around it.
    [Fact]
    public void Functions_FailureAmongArguments_ComesOutAsItIs()
    {
        JsonValue failure = JsonValue.Failure(new Fault("States.IntrinsicFailure", "inner"));
        Assert.Equal(failure, Intrinsics.MathAdd(Text, "x", failure));
        Assert.Equal(failure, Intrinsics.Array(Text, 1, failure));
        Assert.Equal(failure, Intrinsics.ArrayContains(Text, JsonValue.EmptyArray, failure));
        Assert.Equal(failure, Intrinsics.JsonToString(Text, failure));
        Assert.Equal(failure, Intrinsics.MathRandom(Text, 2, 1, failure));
        Assert.Equal(failure, Intrinsics.StringSplit(Text, failure, ","));
    }

    private sealed class Bits(ulong value) : IRandomSource
    {
        public ulong NextUInt64() => value;
    }
}
