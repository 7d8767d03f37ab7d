using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Compiled.Values;
using JsonProperty = Compiled.Values.JsonProperty;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>Handlers on plain types: what emitted code reads and writes is what System.Text.Json reads and writes, and fails alike.</summary>
public sealed class PlainTypeTests
{
    private const string Definition = """
        {"StartAt":"Echo","States":{"Echo":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:Echo","End":true}}}
        """;

    private const string Types = """
        #nullable enable
        using Compiled; using System; using System.Collections.Generic; using System.Text.Json; using System.Text.Json.Serialization; using System.Text.Json.Serialization.Metadata;
        namespace Shop;

        public sealed record Line(string Sku, int Quantity, double? Price);

        public sealed class Made { public required string Needed { get; set; } public int Kept { get; init; } = 5; public string? Free { get; init; } public required int? Number { get; init; } public bool Last { get; set; } = true; }

        public sealed class Sample
        {
            public string? Name { get; set; } = "unnamed";
            public bool Flag { get; set; } = true;
            public int Count { get; set; } = 7;
            public long Big { get; set; }
            public double Number { get; set; }
            public bool? MaybeFlag { get; set; } = false;
            public int? MaybeCount { get; set; } = 8;
            public long? MaybeBig { get; set; }
            [JsonPropertyName("the-line")] public Line? Line { get; set; }
            public List<Line> Lines { get; set; } = [];
            public IReadOnlyList<double>? Numbers { get; set; }
            public string[]? Tags { get; set; }
            public int[][]? Grid { get; set; }
            public Made? Made { get; set; }
            public decimal Exact { get; set; }
            public decimal? MaybeExact { get; set; } = 1.50m;
            public int IOCount { get; set; }
            public string @class { get; set; } = "";
            internal int Hidden { get; set; }
            public static int Shared { get; set; }
        }

        [StateMachine("Echo.asl.json")]
        public partial class Web
        {
            [TaskHandler("Echo")] private Sample? Echo(Sample? value) => value;
        }

        [StateMachine("Echo.asl.json", JsonContext = typeof(Context))]
        public partial class Camel
        {
            [TaskHandler("Echo")] private async System.Threading.Tasks.Task<Sample?> Echo(Sample? value) { await System.Threading.Tasks.Task.Yield(); return value; }
        }

        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
        [JsonSerializable(typeof(Sample))]
        public sealed class Context() : JsonSerializerContext(null)
        {
            private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
            public static Context Default { get; } = new();
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => type == typeof(Sample) ? s_options.GetTypeInfo(type) : null;
        }
        """;

    private static readonly Lazy<(Workflow Web, Workflow Camel)> s_workflows = new(Load);

    public static TheoryData<string> Inputs =>
    [
        """{"name":"a","flag":false,"count":1,"big":9007199254740993,"number":1.5,"maybeFlag":true,"maybeCount":2,"maybeBig":-3,"the-line":{"sku":"s","quantity":1,"price":2.25},"lines":[{"sku":"t","quantity":2,"price":null}],"numbers":[1,2.5,-0.0,1e3],"tags":["x","y"],"grid":[[1,2],[],[3]],"ioCount":4,"class":"c"}""",
        "{}", "null", "[]", "1", "\"text\"", "true",
        """{"name":null,"lines":null,"tags":null,"numbers":null,"grid":null,"the-line":null,"maybeFlag":null,"maybeCount":null,"maybeBig":null}""",
        """{"flag":null}""", """{"count":null}""", """{"number":null}""", """{"name":1}""", """{"name":true}""", """{"flag":1}""", """{"flag":"true"}""",
        """{"count":"12"}""", """{"number":"1.5"}""", """{"count":1.0}""", """{"count":1e2}""", """{"count":2147483648}""", """{"count":-0}""", """{"big":9223372036854775808}""",
        """{"big":1.5}""", """{"number":1e400}""", """{"number":-0.0}""", """{"number":123456789012345678901234567890}""", """{"maybeCount":"8"}""",
        """{"NAME":"upper"}""", """{"name":"a","Name":"b"}""", """{"Name":"b","name":"a"}""", """{"unknown":{"deep":[1,{"x":2}]},"name":"a"}""", """{"IOCount":3}""", """{"iOCount":3}""",
        """{"name":"a","name":"b"}""", """{"name":"\u00e9\n\"\\"}""", """{"name":"\ud83d\ude00"}""", """{"name":"\ud83d"}""", """{"n\u0061me":"escaped"}""",
        """{"the-line":{"quantity":1}}""", """{"the-line":{"sku":"s","quantity":"1"}}""", """{"the-line":[]}""", """{"theLine":{"sku":"s"}}""", """{"the-line":{"Sku":"s"}}""",
        """{"lines":[null]}""", """{"lines":{}}""", """{"lines":[[]]}""", """{"tags":[null,"x"]}""", """{"tags":[1]}""", """{"numbers":[null]}""", """{"numbers":["1"]}""", """{"grid":[null,[1]]}""", """{"grid":[1]}""",
        """{"made":{"needed":"n","kept":1,"free":"f","number":2,"last":false}}""", """{"made":{"needed":"n","number":null,"kept":3}}""", """{"made":{"needed":"n","number":1}}""", """{"made":{"number":1,"kept":2}}""",
        """{"made":{"needed":null,"number":1,"kept":2,"free":null}}""", """{"made":{"needed":"n","number":"1","kept":2}}""", """{"made":{}}""",
        """{"exact":1.50,"maybeExact":-0.00}""", """{"exact":79228162514264337593543950335,"maybeExact":null}""", """{"exact":79228162514264337593543950336}""", """{"exact":0.1234567890123456789012345678901234}""", """{"exact":1e2}""", """{"exact":1.5E-3}""",
        """{"exact":"1.50"}""", """{"exact":null}""", """{"exact":-79228162514264337593543950335}""", """{"exact":true}""", """{"maybeExact":"x"}""", """{"exact":-0}""",
        """{"hidden":1,"shared":2}""", """{"$id":"1","name":"a"}""", """{"class":"x","@class":"y"}""", """{"":1}""",
        $$"""{"unknown":{{new string('[', 62)}}{{new string(']', 62)}}}""", $$"""{"unknown":{{new string('[', 63)}}{{new string(']', 63)}}}""", $$"""{"unknown":{{new string('[', 64)}}{{new string(']', 64)}}}""",
    ];

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Handler_OnAPlainType_GivesWhatSystemTextJsonGives(string input)
    {
        (Workflow web, Workflow camel) = s_workflows.Value;

        await Same(web, input, JsonSerializerOptions.Web);
        await Same(camel, input, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

        // The same as built values, which is how most arguments arrive.
        JsonValue parsed = JsonValue.Parse(input);
        if (parsed.IsObject)
            await Same(web, JsonValue.ObjectOf([.. Members(parsed)]), JsonSerializerOptions.Web);
    }

    [Theory]
    [InlineData("double.NaN")]
    [InlineData("double.PositiveInfinity")]
    public async Task Handler_WhoseResultIsNoJson_FailsAsWithSystemTextJson(string number)
    {
        var workflow = (Workflow)Activator.CreateInstance(EmittedAssembly.Load(Project(
            "using Compiled; namespace Shop; public sealed record Result(double Value); [StateMachine(\"Echo.asl.json\")] public partial class Failing { [TaskHandler(\"Echo\")] private Result Echo() => new(" + number + "); }"))
            .GetType("Shop.Failing")!)!;

        await Same(workflow, JsonValue.Null, JsonSerializerOptions.Web);
    }

    [Theory]
    [InlineData("public sealed record T(string A, int B);", true)]
    [InlineData("public sealed class T { public string? A { get; set; } public T() { } public T(string a) { A = a; } }", true)]
    [InlineData("public sealed class T(string a) { public string A { get; } = a; public int B { get; set; } }", true)]
    [InlineData("public sealed class T { public System.Collections.Generic.List<U> A { get; set; } = []; } public sealed record U(bool B);", true)]
    [InlineData("public sealed record T(string A, int B = 5);", false)]
    [InlineData("public sealed class T { public required string A { get; set; } }", true)]
    [InlineData("public sealed class T { public string? A { get; init; } }", true)]
    [InlineData("public sealed class T { public string A { get; init; } = \"a\"; public required int B { get; init; } }", true)]
    [InlineData("public sealed class T { public required string A { get; set; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public T() => A = \"\"; }", false)]
    [InlineData("public sealed class T { public string? A { get; private set; } }", false)]
    [InlineData("public sealed class T { public string? A { get; } }", false)]
    [InlineData("public sealed class T { public string? A { get; set; } public string? a { get; set; } }", false)]
    [InlineData("public sealed class T { public string? A { get; set; } [System.Text.Json.Serialization.JsonPropertyName(\"a\")] public string? B { get; set; } }", false)]
    [InlineData("public sealed class T { [System.Text.Json.Serialization.JsonIgnore] public string? A { get; set; } }", false)]
    [InlineData("public sealed class T { [System.Text.Json.Serialization.JsonInclude] public string? A; public int B { get; set; } }", false)]
    [InlineData("[System.Text.Json.Serialization.JsonPolymorphic] public class T { public string? A { get; set; } }", false)]
    [InlineData("public class T : U { public string? A { get; set; } } public class U { public string? B { get; set; } }", false)]
    [InlineData("public class T { public T? Next { get; set; } }", false)]
    [InlineData("public class T { public string? A { get; set; } public System.DateTime B { get; set; } }", false)]
    [InlineData("public class T { public object? A { get; set; } }", false)]
    [InlineData("public class T { public System.Collections.Generic.Dictionary<string, string>? A { get; set; } }", false)]
    [InlineData("public class T { public byte[]? A { get; set; } }", false)]
    [InlineData("public struct T { public string? A { get; set; } }", false)]
    [InlineData("public abstract class T { public string? A { get; set; } }", false)]
    [InlineData("public sealed class T { public string? A { get; set; } public T(string a) { A = a; } public T(string a, int b) { A = a; } }", false)]
    [InlineData("public sealed class T { public string? A { get; set; } public T(string b) { A = b; } }", false)]
    public void Type_IsReadInPlace_OnlyWhereDefaultRulesSayAll(string types, bool isPlain)
    {
        string emitted = Project("using Compiled; namespace Shop;" + types + "[StateMachine(\"Echo.asl.json\")] public partial class M { [TaskHandler(\"Echo\")] private void Echo(T value) { } }").Generate()
            .Single(file => file.Key.Contains("M", StringComparison.Ordinal) && file.Value.Contains("Perform_Echo", StringComparison.Ordinal)).Value;

        Assert.Equal(isPlain, emitted.Contains("Contracts.TryRead", StringComparison.Ordinal));
        Assert.Contains("ReadJson<global::Shop.T>", emitted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)] [JsonSerializable(typeof(T))]", "Keys.orderId")]
    [InlineData("[JsonSerializable(typeof(T))]", "Keys.OrderId")]
    [InlineData("[JsonSerializable(typeof(string))]", null)]
    [InlineData("[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)] [JsonSerializable(typeof(T))]", null)]
    [InlineData("[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)] [JsonSerializable(typeof(T))]", null)]
    [InlineData("[JsonSourceGenerationOptions(RespectNullableAnnotations = true)] [JsonSerializable(typeof(T))]", null)]
    [InlineData("[JsonSerializable(typeof(T), GenerationMode = JsonSourceGenerationMode.Serialization)]", null)]
    public void Type_WithAContext_IsReadInPlaceOnlyByRulesThatAreKnown(string attributes, string? key)
    {
        string emitted = Project("#nullable enable\nusing Compiled; using System.Text.Json; using System.Text.Json.Serialization; namespace Shop; public sealed record T(string OrderId);"
            + attributes + "public abstract class Context() : JsonSerializerContext(null) { public static Context Default => null!; }"
            + "[StateMachine(\"Echo.asl.json\", JsonContext = typeof(Context))] public partial class M { [TaskHandler(\"Echo\")] private void Echo(T value) { } }").Generate()
            .Single(file => file.Value.Contains("Perform_Echo", StringComparison.Ordinal)).Value;

        Assert.Equal(key is not null, emitted.Contains("Contracts.TryRead", StringComparison.Ordinal));
        if (key is not null)
            Assert.Contains($"value[{key}]", emitted, StringComparison.Ordinal);
    }

    private static (Workflow Web, Workflow Camel) Load()
    {
        TestProject project = Project(Types);
        Assert.Equal(2, project.Generate().Values.Count(code =>
            code.Contains("Contracts.TryRead(arguments, out global::Shop.Sample? input)", StringComparison.Ordinal) && code.Contains("Contracts.Write(result", StringComparison.Ordinal)));
        System.Reflection.Assembly assembly = EmittedAssembly.Load(project);
        return ((Workflow)Activator.CreateInstance(assembly.GetType("Shop.Web")!)!, (Workflow)Activator.CreateInstance(assembly.GetType("Shop.Camel")!)!);
    }

    private static TestProject Project(string code) => new TestProject().Source("Shop.cs", code).Definition("/shop/Echo.asl.json", Definition);

    private static Task Same(Workflow workflow, string input, JsonSerializerOptions options) => Same(workflow, JsonValue.Parse(input), options);

    // Given any options, a machine asks System.Text.Json; these are the ones that it would have by itself.
    private static async Task Same(Workflow workflow, JsonValue input, JsonSerializerOptions options)
    {
        ExecutionResult plain = await workflow.ExecuteAsync(input);
        ExecutionResult asked = await workflow.ExecuteAsync(input, new ExecutionOptions { JsonSerializerOptions = options });

        Assert.Equal((asked.Status, asked.Error, Message(asked)), (plain.Status, plain.Error, Message(plain)));
        Assert.Equal(asked.Output, plain.Output);
        Assert.Equal(Names(asked.Output), Names(plain.Output));
    }

    private static string? Message(ExecutionResult result) => result.Cause?.Split("stackTrace")[0];

    private static string Names(JsonValue value) => string.Join(',', Members(value).Select(member => member.Key.Name));

    private static List<JsonProperty> Members(JsonValue value)
    {
        var members = new List<JsonProperty>();
        foreach ((Key key, JsonValue member) in value.Members())
            members.Add(new JsonProperty(key, member));
        return members;
    }
}
