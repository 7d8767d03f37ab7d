using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class PathQueryTests
{
    private static readonly JsonValue s_store = JsonValue.Parse("""
        {"items":[{"sku":"a","price":3,"tags":["x","y"]},{"sku":"b","price":1.5},{"price":10,"sub":{"sku":"c"}}],"numbers":[1,2,3,4],"name":"n","none":null}
        """);

    private static Step Named(string name) => Step.Name(Key.Of(name));

    private static string Evaluate(params Step[] steps) => new PathQuery(steps).Evaluate(s_store).ToString();

    // L-118
    [Fact]
    public void Index_OfArray_GivesElement() => Assert.Equal("3", Evaluate(Named("numbers"), Step.Index(2)));

    // L-121
    [Fact]
    public void Index_Negative_CountsFromEnd() => Assert.Equal("4", Evaluate(Named("numbers"), Step.Index(-1)));

    [Theory]
    [InlineData(4)]
    [InlineData(-5)]
    public void Index_OutsideArray_IsMissing(int index)
        => Assert.True(new PathQuery(Named("numbers"), Step.Index(index)).Evaluate(s_store).IsMissing);

    [Fact]
    public void Query_WithoutSteps_GivesRoot() => Assert.Equal(s_store, new PathQuery().Evaluate(s_store));

    [Fact]
    public void Name_OfNull_GivesNull() => Assert.Equal("null", Evaluate(Named("none")));

    [Fact]
    public void Wildcard_BetweenNames_GivesArrayOfMatches() => Assert.Equal("""["a","b"]""", Evaluate(Named("items"), Step.Wildcard, Named("sku")));

    // L-117: one match is still an array.
    [Fact]
    public void Wildcard_OneMatch_GivesArray() => Assert.Equal("""[["x","y"]]""", Evaluate(Named("items"), Step.Wildcard, Named("tags")));

    [Fact]
    public void Wildcard_OnObject_GivesValues() => Assert.Equal("""[10,{"sku":"c"}]""", Evaluate(Named("items"), Step.Index(2), Step.Wildcard));

    // L-117, recorded: base/test_json_path_array_wildcard_or_slice_with_no_input
    [Fact]
    public void IndefinitePath_NothingThere_GivesEmptyArray()
    {
        JsonValue empty = JsonValue.Parse("{}");
        Assert.Equal("[]", new PathQuery(Step.Wildcard).Evaluate(empty).ToString());
        Assert.Equal("[]", new PathQuery(Named("items"), Step.Wildcard).Evaluate(empty).ToString());
        Assert.Equal("[]", new PathQuery(Named("item"), Named("items"), Step.Slice(1, 5, null), Named("itemValue")).Evaluate(empty).ToString());
        Assert.Equal("[]", new PathQuery(Named("items"), Step.Slice(null, 1, null)).Evaluate(empty).ToString());
    }

    [Theory]
    [InlineData(null, null, null, "[1,2,3,4]")]
    [InlineData(1, null, null, "[2,3,4]")]
    [InlineData(-2, null, null, "[3,4]")]
    [InlineData(-9, null, null, "[1,2,3,4]")]
    [InlineData(null, 2, null, "[1,2]")]
    [InlineData(null, -1, null, "[1,2,3]")]
    [InlineData(null, 9, null, "[1,2,3,4]")]
    [InlineData(1, 3, null, "[2,3]")]
    [InlineData(3, 1, null, "[]")]
    [InlineData(-3, -1, null, "[2,3]")]
    [InlineData(-9, -3, null, "[1]")]
    [InlineData(1, -1, null, "[]")]
    [InlineData(-1, 2, null, "[4,1,2]")]
    [InlineData(0, 4, 2, "[1,3]")]
    [InlineData(null, null, 3, "[1,4]")]
    [InlineData(null, null, -1, "[4,3,2,1]")]
    [InlineData(3, 0, -2, "[4,2]")]
    [InlineData(0, 4, 0, "[]")]
    [InlineData(int.MinValue, int.MinValue, 2, "[]")]
    public void Slice_OfFourNumbers_GivesThoseInBounds(int? start, int? end, int? step, string expected)
        => Assert.Equal(expected, Evaluate(Named("numbers"), Step.Slice(start, end, step)));

    // L-121
    [Fact]
    public void Indexes_SomeOutside_GivesTheOthersInOrderAsked() => Assert.Equal("[4,1]", Evaluate(Named("numbers"), Step.Indexes(-1, 0, 7)));

    [Fact]
    public void Names_Last_GivesOneObject()
    {
        var query = new PathQuery(Step.Names(Key.Of("name"), Key.Of("absent"), Key.Of("none")));
        Assert.True(query.IsDefinite);
        Assert.Equal("""{"name":"n","none":null}""", query.Evaluate(s_store).ToString());
    }

    [Fact]
    public void Names_BeforeOthers_GoesToEach()
        => Assert.Equal("[1,10]", new PathQuery(Step.Names(Key.Of("a"), Key.Of("b")), Named("x")).Evaluate(JsonValue.Parse("""{"b":{"x":10},"a":{"x":1}}""")).ToString());

    [Fact]
    public void Descendants_OfName_GivesContainersBeforeTheirContents()
        => Assert.Equal(
            """[{"a":[{"a":1}]},[{"a":1}],1,2]""",
            new PathQuery(Step.Descendants(Named("a"))).Evaluate(JsonValue.Parse("""{"a":{"a":[{"a":1}]},"b":{"a":2}}""")).ToString());

    [Fact]
    public void Descendants_OfWildcard_GivesEverythingInside()
        => Assert.Equal("[[1,{\"b\":2}],1,{\"b\":2},2]", new PathQuery(Step.Descendants(Step.Wildcard)).Evaluate(JsonValue.Parse("""{"a":[1,{"b":2}]}""")).ToString());

    [Fact]
    public void Descendants_OfIndex_GivesElementOfEachArray()
        => Assert.Equal("[[1,2],1]", new PathQuery(Step.Descendants(Step.Index(0))).Evaluate(JsonValue.Parse("[[1,2]]")).ToString());

    [Fact]
    public void Descendants_OfNamesLast_GivesObjectsThatHaveAll()
        => Assert.Equal(
            """[{"a":1,"b":2}]""",
            new PathQuery(Step.Descendants(Step.Names(Key.Of("a"), Key.Of("b")))).Evaluate(JsonValue.Parse("""[{"b":2,"a":1,"c":3},{"a":4}]""")).ToString());

    [Fact]
    public void Descendants_OfFilter_GivesEachObjectOnce()
        => Assert.Equal("2", Evaluate(Step.Descendants(Step.Filter((item, _) => Filters.Less(item[Key.Of("price")], 5))), Step.Function("length")));

    // L-119
    [Fact]
    public void Filter_OnArray_GivesMatchingElements()
        => Assert.Equal(
            "[3,10]", Evaluate(Named("items"), Step.Filter((item, _) => Filters.GreaterOrEqual(item[Key.Of("price")], 3)), Named("price")));

    [Fact]
    public void Filter_OnScalars_MatchesNone() // L-116: for AWS a filter's '@' is never a scalar
        => Assert.Equal("[]", Evaluate(Named("numbers"), Step.Filter((item, _) => Filters.Greater(item, 2))));

    [Fact]
    public void Filter_OnObject_GivesTheObjectItself()
        => Assert.Equal("""[{"a":1}]""", new PathQuery(Step.Filter((item, _) => Filters.Exists(item[Key.Of("a")]))).Evaluate(JsonValue.Parse("""{"a":1}""")).ToString());

    [Fact]
    public void Filter_WithScope_SeesInputAndContext()
    {
        var query = new PathQuery(Step.Filter((item, scope) => Filters.Equal(item[0], scope.Input) || Filters.Equal(item[0], scope.Context)));
        Assert.Equal("[[2],[3]]", query.Evaluate(JsonValue.Parse("[[1],[2],[3]]"), input: 3, context: 2).ToString());
    }

    [Fact]
    public void Query_ManyMatches_GivesAllInOrder()
    {
        JsonValue numbers = JsonValue.ArrayOf([.. Enumerable.Range(0, 1000).Select(i => JsonValue.Number((long)i))]);
        Assert.Equal(numbers, new PathQuery(Step.Wildcard).Evaluate(numbers));
    }

    [Fact]
    public void Query_Projection_AllocatesOnlyTheResult()
    {
        var query = new PathQuery(Named("items"), Step.Wildcard, Named("sku"));
        query.Evaluate(s_store);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            query.Evaluate(s_store);
        }

        // An array of two values (16 bytes each and a header of 16 or 24) and the node around it.
        Assert.True((GC.GetAllocatedBytesForCurrentThread() - before) / 100 <= 104);
    }
}
