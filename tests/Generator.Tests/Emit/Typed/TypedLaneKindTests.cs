namespace Compiled.Generator.Tests.Emit.Typed;

/// <summary>Types of many kinds at the ends of lanes, and between them.</summary>
public sealed class TypedLaneKindTests
{
    private const string Kinds = """
        public sealed record Part(string Name, int Count);
        public sealed class In
        {
            public string? Text { get; set; } = "none";
            public bool Flag { get; set; }
            public int Count { get; set; }
            public long Big { get; set; }
            public double Number { get; set; }
            public bool? MaybeFlag { get; set; }
            public int? MaybeCount { get; set; }
            public long? MaybeBig { get; set; }
            public double? MaybeNumber { get; set; }
            [JsonPropertyName("the-part")] public Part? Part { get; set; }
            public List<Part> Parts { get; set; } = [];
            public IReadOnlyList<double>? Numbers { get; set; }
            public string[]? Tags { get; set; }
            public int[][]? Grid { get; set; }
            public string @class { get; set; } = "";
        }
        """;

    private static readonly Lazy<LaneProject> s_whole = new(() => LaneProject.Of(Kinds.Replace("In", "Kept", StringComparison.Ordinal)
        + "public sealed class In { public Kept? Kept { get; set; } public Kept? Other { get; set; } } public sealed class Out { public Kept? A { get; set; } public List<Part>? B { get; set; } public List<Part>? C { get; set; } public string? D { get; set; } = \"d\"; }",
        """ "A":{"Type":"Pass","Parameters":{"a.$":"$.kept","b.$":"$.kept.parts","c.$":"$.kept.parts"},"End":true}"""));

    private static readonly Lazy<LaneProject> s_widened = new(() => LaneProject.Of(Kinds
        + """
        public sealed record Out(string? Text, bool? Flag, double Count, double? Big, double? Number, bool Sure, long? MaybeCount, double? MaybeBig, Part? Part, List<string>? Names, string[]? Tags, IReadOnlyList<int>? Counts, int[][]? Grid, string Told, long Sum, string? First, double? Constant)
        { public int Missing { get; set; } = 7; }
        """,
        """
        "A":{"Type":"Pass","Parameters":{"text.$":"$.text","flag.$":"$.flag","count.$":"$.count","big.$":"$.big","number.$":"$.number","sure.$":"$.maybeFlag","maybeCount.$":"$.maybeCount","maybeBig.$":"$.maybeBig",
          "part.$":"$.the-part","names.$":"$.parts[*].name","tags.$":"$.tags","counts.$":"$.parts[*].count","grid.$":"$.grid","told.$":"States.Format('{} {} {} {} {} {}', $.flag, $.count, $.big, $.number, $.maybeNumber, $.the-part)","sum.$":"States.MathAdd($.count, $.number)","first.$":"$.tags[0]","constant":1.5},"End":true}
        """));

    private static readonly Lazy<LaneProject> s_other = new(() => LaneProject.Of(Kinds + "public sealed class Out { public string? Text { get; set; } public Other? Part { get; set; } public long Count { get; set; } = 3; } public sealed record Other(string Name);",
        """ "A":{"Type":"Pass","End":true}"""));

    private static readonly Lazy<LaneProject> s_compared = new(() => LaneProject.Of(Kinds + "public sealed record Out(string Found);", $$"""
        "A":{"Type":"Choice","Choices":[
          {{string.Join(",\n", Comparisons.Select((comparison, i) => $"{{\"Variable\":\"$.{comparison.Path}\",{comparison.Test},\"Next\":\"R{i}\"}}"))}}
        ],"Default":"None"},
        "None":{"Type":"Pass","Result":{"found":"none"},"End":true},
        {{string.Join(",\n", Comparisons.Select((comparison, i) => $"\"R{i}\":{{\"Type\":\"Pass\",\"Result\":{{\"found\":\"{i}\"}},\"End\":true}}"))}}
        """));

    private static (string Path, string Test)[] Comparisons =>
    [
        ("maybeCount", "\"NumericGreaterThan\":5"), ("count", "\"NumericEquals\":3"), ("big", "\"NumericEquals\":9007199254740993"), ("number", "\"NumericLessThan\":-1.5"), ("text", "\"StringEquals\":\"é\""),
        ("text", "\"StringGreaterThan\":\"x\""), ("text", "\"StringMatches\":\"a*c\""), ("maybeFlag", "\"BooleanEquals\":true"), ("text", "\"NumericEquals\":1"), ("maybeNumber", "\"IsNull\":false"),
        ("the-part", "\"IsNull\":false"), ("tags", "\"IsPresent\":false"), ("the-part.name", "\"IsPresent\":true"), ("tags[1]", "\"IsPresent\":true"),
    ];

    public static TheoryData<string> Inputs =>
    [
        """{"text":"a","flag":true,"count":1,"big":9007199254740993,"number":1.5,"maybeFlag":true,"maybeCount":2,"maybeBig":-3,"maybeNumber":0.25,"the-part":{"name":"s","count":1},"parts":[{"name":"t","count":2}],"numbers":[1,2.5,-0.0],"tags":["x","y"],"grid":[[1,2],[],[3]],"class":"c"}""",
        "{}", "null", """{"count":3}""", """{"count":3,"maybeFlag":false,"tags":["a"]}""", """{"text":null,"maybeFlag":true,"tags":[null],"maybeCount":6}""", """{"text":"é","maybeFlag":false,"number":-2}""", """{"text":"abc","maybeFlag":false,"number":2147483647,"count":1}""",
        """{"text":"y","maybeFlag":true,"number":0.5,"tags":[]}""", """{"text":"w","maybeFlag":false,"number":1.25,"maybeNumber":7,"parts":[null,{"name":null}]}""", """{"text":"w","the-part":{"name":null},"parts":null}""",
        """{"number":1e300}""", """{"number":123456.789,"maybeFlag":true,"tags":["t"]}""", """{"number":-0.0,"maybeFlag":true,"tags":["t"],"grid":[null]}""", """{"big":9007199254740992,"tags":["t","u"],"maybeFlag":false}""",
    ];

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Object_ThatIsPassedOn_IsTheSameAsThroughJson(string input)
    {
        Assert.True(s_whole.Value.HasLane);
        await s_whole.Value.RunAsync($$"""{"kept":{{input}}}""");
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Members_OfAllKinds_BecomeWhatTheyWouldThroughJson(string input)
    {
        Assert.True(s_widened.Value.HasLane);
        await s_widened.Value.RunAsync(input);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Object_OfAnotherType_BecomesWhatItWouldThroughJson(string input)
    {
        Assert.True(s_other.Value.HasLane);
        await s_other.Value.RunAsync(input);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Comparisons_OfAllKinds_HoldAsThroughJson(string input)
    {
        Assert.True(s_compared.Value.HasLane);
        await s_compared.Value.RunAsync(input);
    }

    [Theory]
    [InlineData("""{"price":149.90,"maybe":1.0,"count":3,"number":0.1}""")]
    [InlineData("""{"price":-0.000,"maybe":null,"count":-3,"number":1.5}""")]
    [InlineData("""{"price":79228162514264337593543950335,"maybe":0.0000000000000000000000000001,"number":100}""")]
    [InlineData("""{"price":100,"number":12345678901234567}""")]
    public async Task Decimals_OnTheLane_KeepTheirDigits(string input)
    {
        LaneProject project = LaneProject.Of(
            """
            public sealed record In(decimal Price, decimal? Maybe, int Count, double Number); public sealed record Out(string Told, decimal Price, decimal? Maybe, decimal Count, decimal Number, double Rounded, decimal Constant, decimal? Other, bool Large);
            public sealed record Sums(decimal Sum, double Number); public sealed partial class M { [TaskHandler] private Sums Add(Sums sums) { Driver.Note("Add", sums); return sums with { Sum = sums.Sum / 3 }; } }
            """,
            """
             "A":{"Type":"Choice","Choices":[{"Variable":"$.price","NumericGreaterThan":149.85,"Next":"L"}],"Default":"S"},
             "L":{"Type":"Pass","Result":true,"ResultPath":"$.large","Next":"T"},"S":{"Type":"Pass","Result":false,"ResultPath":"$.large","Next":"T"},
             "T":{«Add»,"Parameters":{"sum.$":"$.price","number.$":"$.price"},"ResultPath":"$.sums","Next":"E"},
             "E":{"Type":"Pass","Parameters":{"told.$":"States.Format('{} {} {}', $.price, $.maybe, $.sums.sum)","price.$":"$.sums.sum","maybe.$":"$.maybe","count.$":"$.count","number.$":"$.number","rounded.$":"$.price","constant":1.50,"other":2,"large.$":"$.large"},"End":true}
            """);

        Assert.True(project.HasLane);
        await project.RunAsync(input);
    }

    [Theory]
    [InlineData("public required string Id { get; init; } public int N { get; init; } = 4;", "$.id", "$.n")]
    [InlineData("public required string Id { get; init; } public int N { get; init; } = 4; public required int More { get; set; }", "$.id", "$.n")]
    [InlineData("public string? Id { get; init; } public required int N { get; set; }", "$.id", "$.n")]
    [InlineData("public string? Id { get; init; } public double N { get; init; }", "$.id", "$.n")]
    public async Task Members_ThatAreSetWhenMade_AreSetSo(string members, string id, string n)
    {
        LaneProject project = LaneProject.Of(
            $$"""public sealed class In { public string? Id { get; init; } public int N { get; set; } public Kept? Kept { get; init; } } public sealed record Out(Kept? A, Kept? B); public sealed class Kept { {{members}} }""",
            $$"""
             "A":{"Type":"Pass","Parameters":{"a":{"id.$":"{{id}}","n.$":"{{n}}"},"b.$":"$.kept"},"End":true}
            """);

        Assert.True(project.HasLane);
        foreach (string input in new[] { """{"id":"a","n":1,"kept":{"id":"k","n":2,"more":3}}""", """{"n":1}""", """{"id":"a","n":7}""" })
            await project.RunAsync(input);
    }

    // They gave CS8620 and CS8619; found by the fuzzer.
    [Fact]
    public async Task Lists_WhoseItemsMayBeNull_CompileBesideThoseWhoseItemsMayNot()
    {
        LaneProject project = LaneProject.Of(
            """
            public sealed record Line(string? Sku); public sealed record Out(List<string?>? Names, IReadOnlyList<Line?> Lines, Line?[] More, List<string?> Skus);
            public sealed record In(List<string?> Names, List<string> Others, IReadOnlyList<Line?> Lines, IReadOnlyList<Line> Sound, Line?[] More, Line[] Known);
            public sealed partial class M { [TaskHandler] private Out Make(In given) { Driver.Note("Make", given); return new Out(given.Names, given.Lines, given.More, [.. given.Others]); } }
            """,
            """
             "A":{«Make»,"ResultPath":"$.made","Next":"E"},
             "E":{"Type":"Pass","Parameters":{"names.$":"$.names","lines.$":"$.made.lines","more.$":"$.more","skus.$":"$.sound[*].sku"},"End":true}
            """);

        Assert.True(project.HasLane);
        Assert.Empty(project.Warnings);
        await project.RunAsync("""{"names":["a",null],"others":["b"],"lines":[null,{"sku":"c"}],"sound":[{"sku":"d"},{"sku":null}],"more":[null],"known":[{"sku":"e"}]}""");
        await project.RunAsync("""{"names":[],"others":[],"lines":[],"sound":[],"more":[],"known":[]}""");
    }

    [Theory]
    [InlineData("public sealed class In { public System.DateTime Id { get; set; } }", """{"id":"2026-01-02T03:04:05Z"}""")]
    [InlineData("public enum Kind { A, B } public sealed class In { public Kind Id { get; set; } }", """{"id":1}""")]
    [InlineData("public sealed class In { public float Id { get; set; } }", """{"id":1.5}""")]
    [InlineData("public sealed class In { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Id { get; set; } }", """{}""")]
    [InlineData("public sealed class In { private string _id = \"\"; public string Id { get => _id; set => _id = value + \"!\"; } }", """{"id":"a"}""")]
    [InlineData("public sealed class In { public string Id { get; set => field = value + \"!\"; } = \"\"; }", """{"id":"a"}""")]
    [InlineData("public sealed class In { public In() => Id = \"x\"; public string Id { get; set; } }", """{"id":"a"}""")]
    [InlineData("public class Base { public string Id { get; set; } = \"\"; } public sealed class In : Base { public int B { get; set; } }", """{"id":"a","b":2}""")]
    [InlineData("[JsonConverter(typeof(Reversed))] public sealed class In { public string Id { get; set; } = \"\"; } public sealed class Reversed : JsonConverter<In> { public override In Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) { var e = JsonElement.ParseValue(ref r); return new In { Id = e.GetProperty(\"id\").GetString()! }; } public override void Write(Utf8JsonWriter w, In v, JsonSerializerOptions o) { w.WriteStartObject(); w.WriteString(\"id\", v.Id + \"?\"); w.WriteEndObject(); } }", """{"id":"a"}""")]
    [InlineData("public sealed class In { public Dictionary<string, int> Id { get; set; } = []; }", """{"id":{"x":1}}""")]
    public async Task Input_OfAnUnusualType_GoesThroughJson(string type, string input)
    {
        LaneProject project = LaneProject.Of(type + " public sealed record Out(JsonElement? Id);", """ "A":{"Type":"Pass","End":true}""");

        Assert.False(project.HasLane);
        await project.RunAsync(input);
    }
}
