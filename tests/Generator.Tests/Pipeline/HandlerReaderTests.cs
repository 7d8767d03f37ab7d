using Compiled.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>What is read of a <c>[StateMachine]</c> class.</summary>
public sealed class HandlerReaderTests
{
    private const string Usings = "using Compiled; using System; using System.Threading; using System.Threading.Tasks; using System.Text.Json; using System.Text.Json.Nodes;\n";

    [Theory]
    [InlineData("void A()", HandlerReturn.Void, null, ValueKind.Typed)]
    [InlineData("int A()", HandlerReturn.Value, "int", ValueKind.Typed)]
    [InlineData("Task A()", HandlerReturn.Task, null, ValueKind.Typed)]
    [InlineData("ValueTask A()", HandlerReturn.ValueTask, null, ValueKind.Typed)]
    [InlineData("Task<Uri?> A()", HandlerReturn.TaskOfValue, "global::System.Uri", ValueKind.Typed)]
    [InlineData("ValueTask<JsonElement> A()", HandlerReturn.ValueTaskOfValue, "global::System.Text.Json.JsonElement", ValueKind.JsonElement)]
    [InlineData("JsonNode? A()", HandlerReturn.Value, "global::System.Text.Json.Nodes.JsonNode", ValueKind.JsonNode)]
    [InlineData("ReadOnlyMemory<byte> A()", HandlerReturn.Value, "global::System.ReadOnlyMemory<byte>", ValueKind.Bytes)]
    public void Method_ByItsReturnType_SaysHowItGivesItsResult(string signature, HandlerReturn returns, string? type, ValueKind kind)
    {
        HandlerMethod method = Assert.Single(Read($"[TaskHandler] {signature} => throw null!;").Methods);

        Assert.Equal((returns, type, kind), (method.Return, method.ResultType, method.ResultKind));
    }

    [Theory]
    [InlineData("CancellationToken t, string[] s", "ti", "string[]", ValueKind.Typed)]
    [InlineData("JsonElement e", "i", "global::System.Text.Json.JsonElement", ValueKind.JsonElement)]
    [InlineData("ReadOnlyMemory<byte> b, CancellationToken t", "it", "global::System.ReadOnlyMemory<byte>", ValueKind.Bytes)]
    public void Method_ByItsParameters_SaysWhatToPassInOrder(string parameters, string order, string type, ValueKind kind)
    {
        HandlerMethod method = Assert.Single(Read($"[TaskHandler] void A({parameters}) {{ }}").Methods);

        Assert.Equal(order, method.ParameterOrder);
        Assert.Equal(new HandlerParameter(type, kind), method.Input);
        Assert.Equal(order.Contains('t'), method.TakesCancellationToken);
        Assert.False(method.TakesContext);
    }

    [Theory]
    [InlineData("[TaskHandler] void ReserveAsync() { }", "ReserveAsync", "Reserve", false)]
    [InlineData("[TaskHandler] void Async() { }", "Async", "Async", false)]
    [InlineData("[TaskHandler(\"arn:x\")] void Reserve() { }", "Reserve", "arn:x", true)]
    public void Method_ByItsAttribute_SaysWhatItHandles(string code, string name, string resource, bool isExplicit)
    {
        HandlerMethod method = Assert.Single(Read(code).Methods);

        Assert.Equal((name, resource, isExplicit), (method.MethodName, method.Resource, method.IsExplicit));
    }

    [Fact]
    public void Method_WithSeveralAttributes_HandlesEach() =>
        Assert.Equal(["A", "B"], Read("[TaskHandler(\"A\"), TaskHandler(\"B\")] void Both() { }").Methods.Select(method => method.Resource));

    [Theory]
    [InlineData("[TaskHandler] void A<T>(T input) { }")]
    [InlineData("[TaskHandler] async void A() => await Task.Yield();")]
    [InlineData("[TaskHandler] void A(ref int input) { }")]
    [InlineData("[TaskHandler] void A(int one, int two) { }")]
    [InlineData("[TaskHandler] void A(CancellationToken one, CancellationToken two) { }")]
    [InlineData("[TaskHandler] void A(Span<byte> input) { }")]
    [InlineData("[TaskHandler] Action A() => throw null!;")]
    [InlineData("[TaskHandler] System.Collections.Generic.IAsyncEnumerable<int> A() => throw null!;")]
    [InlineData("int _a; [TaskHandler] ref int A() => ref _a;")]
    public void Method_ThatNoCodeCanCall_IsLeftOut(string code) => Assert.Empty(Read(code).Methods);

    [Fact]
    public void Class_IsReadAsText()
    {
        const string code = """
            namespace My.Shop
            {
                public class Json;
                internal partial struct Outer
                {
                    [StateMachine("Order.asl.json", JsonContext = typeof(Json))]
                    protected internal partial class Order(int count);
                }
            }
            """;

        HandlerClass found = ReadClass(Usings + code, "My.Shop.Outer+Order");

        Assert.Equal(("My.Shop", "Order", "protected internal", "Order.asl.json"), (found.Namespace, found.Name, found.Accessibility, found.DefinitionFile));
        Assert.Equal(["partial struct Outer"], found.ContainingTypes);
        Assert.Equal("global::My.Shop.Json", found.JsonContext);
        Assert.Equal("global::My.Shop.Outer.Order", found.QualifiedName);
        Assert.True(found.HasConstructor);
        Assert.False(found.DerivesFromOther);
        Assert.Null(found.ShapeProblem);
    }

    [Fact]
    public void Class_ReadTwice_IsEqual() => Assert.Equal(Read("[TaskHandler] Task<int> A(string s) => null!;"), Read("[TaskHandler] Task<int> A(string s) => null!;"));

    [Fact]
    public void Errors_OfDerivedExceptions_ComeBeforeTheirBases()
    {
        Dictionary<string, string> files = new TestProject()
            .Source("Order.cs", Samples.OrderClass)
            .Source("Errors.cs", """
                [Compiled.AslError("Base")] public class ABase : System.Exception;
                [Compiled.AslError("Derived")] public sealed class ZDerived : ABase;
                [Compiled.AslError("Unrelated")] public sealed class NoException;
                """)
            .Definition("/shop/Order.asl.json", Samples.Order)
            .Generate();

        string code = files["Shop.OrderWorkflow.g.cs"];
        Assert.True(code.IndexOf("ZDerived", StringComparison.Ordinal) < code.IndexOf("ABase", StringComparison.Ordinal), code);
        Assert.Contains("ABase", code);
        Assert.DoesNotContain("NoException", code);
    }

    private static HandlerClass Read(string members) => ReadClass($"{Usings}[StateMachine(\"A.asl.json\")] public partial class A {{ {members} }}", "A");

    private static HandlerClass ReadClass(string code, string name)
    {
        CSharpCompilation compilation = new TestProject().Source("A.cs", code).Compile();
        INamedTypeSymbol type = compilation.GetTypeByMetadataName(name)!;
        return HandlerClassReader.Read(type, HandlerClassReader.AttributeOf(type)!, CancellationToken.None);
    }
}
