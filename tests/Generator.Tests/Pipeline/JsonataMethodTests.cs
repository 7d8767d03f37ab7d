using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Compiled.Jsonata;
using Compiled.Values;
using Microsoft.CodeAnalysis;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>Methods marked <c>[Jsonata]</c>, emitted, compiled without a warning, and called.</summary>
public sealed class JsonataMethodTests
{
    private const string Methods = """
        using Compiled;
        using Compiled.Jsonata;
        using Compiled.Values;
        using System;
        using System.Buffers;
        using System.Text.Json;
        using JsonNode = System.Text.Json.Nodes.JsonNode;

        namespace Shop;

        public sealed class Line { public string Sku { get; set; } = ""; public double Price { get; set; } }

        public enum Size { Small, Large }

        public static partial class Prices
        {
            [Jsonata("a + $b")] public static partial double Sum(JsonElement input, int b);
            [Jsonata("a")] public static partial double? Number(string input);
            [Jsonata("a")] public static partial string? Text(ReadOnlySpan<byte> input);
            [Jsonata("a")] public static partial string CertainText(string input);
            [Jsonata("a")] public static partial bool? Truth(byte[] input);
            [Jsonata("a")] public static partial long Long(JsonNode? input);
            [Jsonata("a")] internal static partial int? Int(ReadOnlyMemory<byte> input);
            [Jsonata("a")] public static partial JsonElement Element(JsonValue input);
            [Jsonata("a")] public static partial JsonElement? ElementOrNull(JsonElement? input);
            [Jsonata("a")] public static partial JsonNode? Node(JsonElement input);
            [Jsonata("a")] public static partial JsonValue Value(JsonValue input);
            [Jsonata("a")] public static partial byte[] Bytes(JsonElement input);
            [Jsonata("a")] public static partial ReadOnlyMemory<byte> Memory(JsonElement input);
            [Jsonata("a")] public static partial void Written(JsonElement input, IBufferWriter<byte> output);
            [Jsonata("$count($)")] public static partial int Nothing();
            [Jsonata("$now()")] public static partial string Now(Evaluation evaluation);
            [Jsonata("[$class, $text, $truth, $none]")] public static partial string[] Variables(string input, string @class, string? text, bool truth, double? none);
            [Jsonata("function() { 1 }")] public static partial JsonElement Function();
            [Jsonata("1 + 'x'")] public static partial double Fails();

            public static partial class Inner<T>
            {
                internal readonly partial record struct Deep
                {
                    [Jsonata("$")] private static partial string Private(string input);
                    public static string Call(string input) => Private(input);
                }
            }
        }
        """;

    // Arrays of the user's need a context, which the source generator of System.Text.Json would write; here it is written by hand.
    private static readonly string s_source = Methods.Replace(
        "[Jsonata(\"[$class, $text, $truth, $none]\")] public static partial string[]", "[Jsonata(\"[$class, $text, $truth, $none]\")] public static partial JsonElement");

    private static readonly Lazy<Assembly> s_assembly = new(static () => EmittedAssembly.Load(Project(s_source)));

    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Disable)]
    public void EmittedCode_OfEveryKindOfMethod_CompilesWithoutWarning(NullableContextOptions nullable)
    {
        string source = nullable == NullableContextOptions.Enable ? s_source : s_source.Replace("string?", "string").Replace("JsonNode?", "JsonNode");
        Assert.Empty((Project(source) with { Nullable = nullable }).CompileGenerated().GetDiagnostics()
            // What the user's own part lacks is not what is tested.
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"));
    }

    [Fact]
    public void Arguments_OfEveryKind_BecomeInputAndVariables()
    {
        Assert.Equal(3.0, Call("Sum", Element("""{"a":1}"""), 2));
        Assert.Equal(0, Call("Nothing"));
        Assert.Equal("2024-06-01T12:00:00.000Z", Call("Now", new Evaluation(new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero), new Compiled.Execution.SeededRandom(1))));
        Assert.Equal("[\"c\",null,true,null]", Call("Variables", "{}", "c", null, true, null)!.ToString());
    }

    [Fact]
    public void Results_OfEveryKind_AreOfTheMethodsType()
    {
        Assert.Equal(1.5, Call("Number", """{"a":1.5}"""));
        Assert.Equal("x", Call("CertainText", """{"a":"x"}"""));
        Assert.Equal(true, Call("Truth", "{\"a\":true}"u8.ToArray()));
        Assert.Equal(9007199254740993, Call("Long", JsonNode.Parse("""{"a":9007199254740993}""")));
        Assert.Equal(7, Call("Int", new ReadOnlyMemory<byte>("{\"a\":7}"u8.ToArray())));
        Assert.Equal("[1]", Call("Element", JsonValue.Parse("""{"a":[1]}"""))!.ToString());
        Assert.Equal("[1]", ((JsonNode)Call("Node", Element("""{"a":[1]}"""))!).ToJsonString());
        Assert.Equal("[1]", Call("Value", JsonValue.Parse("""{"a":[1]}"""))!.ToString());
        Assert.Equal("[1]", Encoding.UTF8.GetString((byte[])Call("Bytes", Element("""{"a":[1]}"""))!));
        Assert.Equal("[1]", Encoding.UTF8.GetString(((ReadOnlyMemory<byte>)Call("Memory", Element("""{"a":[1]}"""))!).Span));
        ArrayBufferWriter<byte> output = new();
        Call("Written", Element("""{"a":[1]}"""), output);
        Assert.Equal("[1]", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Result_ThatIsUndefined_IsWhatTheTypeHasForNothing()
    {
        Assert.Null(Call("Number", "{}"));
        Assert.Null(Call("Truth", "{}"u8.ToArray()));
        Assert.Null(Call("Int", new ReadOnlyMemory<byte>("{}"u8.ToArray())));
        Assert.Equal(JsonValueKind.Undefined, ((JsonElement)Call("Element", JsonValue.EmptyObject)!).ValueKind);
        Assert.Null(Call("ElementOrNull", Element("{}")));
        Assert.Null(Call("ElementOrNull", [null]));
        Assert.Null(Call("Node", Element("{}")));
        Assert.True(((JsonValue)Call("Value", default(JsonValue))!).IsMissing);
        Assert.Empty((byte[])Call("Bytes", Element("{}"))!);
        ArrayBufferWriter<byte> output = new();
        Call("Written", Element("{}"), output);
        Assert.Equal(0, output.WrittenCount);
    }

    [Theory]
    [InlineData("CertainText", "{}", "The expression of 'CertainText' gave no value; let the method return 'string?' to take that.")]
    [InlineData("CertainText", """{"a":null}""", "The expression of 'CertainText' gave null; let the method return 'string?' to take that.")]
    [InlineData("CertainText", """{"a":1}""", "The expression of 'CertainText' gave a number where a string was expected.")]
    [InlineData("Number", """{"a":"1"}""", "The expression of 'Number' gave a string where a number was expected.")]
    [InlineData("Number", """{"a":[1]}""", "The expression of 'Number' gave an array where a number was expected.")]
    [InlineData("Number", """{"a":false}""", "The expression of 'Number' gave false where a number was expected.")]
    public void Result_OfAnotherType_IsNotConverted(string method, string input, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => Call(method, input)).Message);

    [Fact]
    public void Result_ThatIsAFunction_IsNoJson() =>
        Assert.Equal("The expression of 'Function' gave a function where a JSON value was expected.", Assert.Throws<InvalidOperationException>(static () => Call("Function")).Message);

    [Fact]
    public void Expression_ThatFails_ThrowsJsonatasError()
    {
        JsonataException exception = Assert.Throws<JsonataException>(static () => Call("Fails"));
        Assert.Equal(("T2002", "The right side of the \"+\" operator must evaluate to a number"), (exception.Code, exception.Message));
    }

    [Fact]
    public void Input_ThatIsNoJson_ThrowsAsSystemTextJsonDoes() => Assert.ThrowsAny<JsonException>(static () => Call("Number", "{"));

    [Fact]
    public void Method_InNestedGenericTypes_IsEmittedThere()
    {
        Type deep = s_assembly.Value.GetType("Shop.Prices+Inner`1+Deep", throwOnError: true)!.MakeGenericType(typeof(int));
        Assert.Equal("x", deep.GetMethod("Call")!.Invoke(null, ["\"x\""]));
    }

    [Fact]
    public void Method_WhoseExpressionDoesNotParse_ThrowsAndTheRestCompiles()
    {
        Assembly assembly = EmittedAssembly.Load(Project("public static partial class A { [Compiled.Jsonata(\"(1\")] public static partial double B(); public static int C => 1; }"));
        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(() => assembly.GetType("A")!.GetMethod("B")!.Invoke(null, []));
        JsonataException exception = Assert.IsType<JsonataException>(thrown.InnerException);
        Assert.Equal(("S0203", "Expected \")\" before end of expression", 2), (exception.Code, exception.Message, exception.Position));
    }

    [Fact]
    public void Overloads_AndNamesThatDifferInCaseOnly_HaveFilesOfTheirOwn()
    {
        Dictionary<string, string> files = Project("""
            public static partial class A
            {
                [Compiled.Jsonata("1")] public static partial double B();
                [Compiled.Jsonata("2")] public static partial double B(string input);
                [Compiled.Jsonata("3")] public static partial double b();
            }
            """).Generate();
        Assert.Equal(6, files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static TestProject Project(string source) => new TestProject { Generator = new JsonataGenerator() }.Source("A.cs", source);

    private static JsonElement Element(string json) => JsonElement.Parse(json);

    private static object? Call(string method, params object?[] arguments)
    {
        try
        {
            return s_assembly.Value.GetType("Shop.Prices")!.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }
}
