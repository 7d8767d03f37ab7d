using Compiled.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;

namespace Compiled.Generator.Tests.Analyzers;

/// <summary>The faults between definitions and C#: ASL3001 to ASL3009.</summary>
public sealed class HandlerAnalyzerTests
{
    private const string Path = "/shop/Order.asl.json";

    private static readonly TestProject s_order = new TestProject().Source("Order.cs", Samples.OrderClass).Definition(Path, Samples.Order);

    [Fact]
    public async Task Project_WithAllHandlers_IsClean() => Assert.Empty(await Diagnosed.Of(s_order));

    [Fact]
    public async Task TaskWithoutHandler_WithNearMiss_IsReportedAtItsResource()
    {
        TestProject project = s_order.Definition(Path, Samples.Order.Replace("function:ReserveStock", "function:ReserveStok").Replace("\"Reserve stock\"", "\"Reserve\""));

        Diagnosed[] found = [.. await Diagnosed.Of(project)];

        Assert.Contains(
            new Diagnosed(
                "ASL3001",
                DiagnosticSeverity.Warning,
                Path,
                "\"arn:aws:lambda:us-east-1:123456789012:function:ReserveStok\"",
                "Task 'Reserve' has no handler in 'OrderWorkflow'; did you mean handler 'ReserveStock'?"),
            found);
        Assert.Contains(
            new Diagnosed(
                "ASL3002",
                DiagnosticSeverity.Warning,
                "Order.cs",
                "ReserveStockAsync",
                "'ReserveStock' is no Resource, function, activity or Task of the definition; did you mean 'ReserveStok'?"),
            found);
        Assert.Equal(2, found.Length);
    }

    [Fact]
    public async Task TaskWithoutHandler_WithoutNearMiss_SaysWhatToAdd()
    {
        TestProject project = s_order.Source("Order.cs", Samples.OrderClass.Replace("[TaskHandler(\"Charge\")]", ""));

        Diagnosed found = await Diagnosed.Single(project);

        Assert.Equal(("ASL3001", "Task 'Charge' has no handler in 'OrderWorkflow'; add a method marked [TaskHandler(\"Charge\")]"), (found.Id, found.Message));
    }

    [Fact]
    public async Task TaskWithoutHandler_WhereTheClassHasNoneOrThereIsNoClass_IsLeftToTaskHandlers()
    {
        Assert.Empty(await Diagnosed.Of(new TestProject().Definition(Path, Samples.Order)));
        Assert.Empty(await Diagnosed.Of(s_order.Source("Order.cs", "[Compiled.StateMachine(\"Order.asl.json\")] public partial class Order;")));
    }

    [Theory]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:ChargeCard")]
    [InlineData("arn:aws:states:::lambda:invoke")]
    public async Task TaskWithoutHandler_OfAnActivityOrIntegration_IsLeftToOthers(string resource)
    {
        TestProject project = s_order
            .Source("Order.cs", Samples.OrderClass.Replace("[TaskHandler(\"Charge\")]", ""))
            .Definition(Path, Samples.Order.Replace("arn:aws:lambda:us-east-1:123456789012:function:ChargeCard", resource));

        Assert.DoesNotContain(await Diagnosed.Of(project), found => found.Id == "ASL3001");
    }

    [Fact]
    public async Task HandlerWithoutTask_ByItsArgument_IsReportedThere()
    {
        TestProject project = s_order.Source("Order.cs", Samples.OrderClass.Replace("[TaskHandler(\"Charge\")]", "[TaskHandler(\"Charge\"), TaskHandler(\"Publsh\")]"));

        Assert.Equal(
            new Diagnosed(
                "ASL3002",
                DiagnosticSeverity.Warning,
                "Order.cs",
                "\"Publsh\"",
                "'Publsh' is no Resource, function, activity or Task of the definition; did you mean 'publish'?"),
            await Diagnosed.Single(project));
    }

    [Fact]
    public async Task HandlerWithoutTask_BehindAnother_NamesTheOther()
    {
        TestProject project = s_order.Source("Order.cs", Samples.OrderClass.Replace("[TaskHandler(\"Charge\")]", "[TaskHandler(\"ChargeCard\")] void Old() { }\n[TaskHandler(\"Charge\")]"));

        Diagnosed found = await Diagnosed.Single(project);

        Assert.Equal(("ASL3002", "Handler 'Old' is never called: 'Pay' handles Task 'Charge'."), (found.Id, found.Message));
    }

    [Theory]
    [InlineData("async void Pay(Cart cart) => await Task.Yield();", "it is 'async void', so nobody can wait for it; let it return 'Task'")]
    [InlineData("void Pay<T>(T cart) { }", "it has type parameters, and nothing says what they are")]
    [InlineData("void Pay(Cart a, Cart b) { }", "it takes two inputs; a task has one, so use a type that holds both")]
    [InlineData("void Pay(out Cart cart) => throw null!;", "its parameter 'cart' is passed by reference")]
    [InlineData("System.Action Pay() => throw null!;", "it returns 'System.Action', which has no form in JSON")]
    public async Task HandlerSignature_ThatNoCodeCanCall_IsReportedAtTheMethodsName(string method, string problem)
    {
        TestProject project = s_order.Source("Order.cs", Samples.OrderClass.Replace("private Cart Pay(Cart cart) => cart;", method));

        Assert.Equal(
            new Diagnosed("ASL3003", DiagnosticSeverity.Error, "Order.cs", "Pay", $"Handler 'Pay' cannot be called: {problem}."),
            await Diagnosed.Single(project));
    }

    [Theory]
    [InlineData("public class Order { }", "it is not partial; add 'partial'")]
    [InlineData("public static partial class Order { }", "it is static; a workflow is an object")]
    [InlineData("public partial class Order<T> { }", "it or a type around it has type parameters, and nothing says what they are")]
    [InlineData("public partial record Order { }", "it is a record; make it a class")]
    [InlineData("public partial class Order : System.Exception { }", "it derives from 'System.Exception'; its base class is 'Compiled.Workflow'")]
    [InlineData("file partial class Order { }", "it is local to its file, and the emitted part stands in another")]
    public async Task StateMachineClass_ThatNothingCanBeAddedTo_IsReportedAtItsName(string declaration, string problem)
    {
        TestProject project = s_order.Source("Order.cs", "[Compiled.StateMachine(\"Order.asl.json\")] " + declaration);

        Assert.Equal(
            new Diagnosed("ASL3004", DiagnosticSeverity.Error, "Order.cs", "Order", $"'Order' cannot be a state machine: {problem}."),
            await Diagnosed.Single(project));
    }

    [Fact]
    public async Task StateMachineClass_InsideAClosedType_NamesThatType()
    {
        TestProject project = s_order.Source("Order.cs", "class Outer { [Compiled.StateMachine(\"Order.asl.json\")] partial class Order; }");

        Assert.Equal("'Order' cannot be a state machine: 'Outer' around it is not partial; add 'partial'.", (await Diagnosed.Single(project)).Message);
    }

    [Theory]
    [InlineData("Ordr.asl.json", "'Ordr.asl.json' is not among the AdditionalFiles of the project; did you mean 'Order.asl.json'?")]
    [InlineData("Somewhere/Else.asl.json", "'Somewhere/Else.asl.json' is not among the AdditionalFiles of the project.")]
    public async Task MissingDefinition_IsReportedAtTheAttributesArgument(string written, string message)
    {
        TestProject project = s_order.Source("Order.cs", $"[Compiled.StateMachine(\"{written}\")] public partial class Lost;");

        Assert.Equal(new Diagnosed("ASL3005", DiagnosticSeverity.Error, "Order.cs", $"\"{written}\"", message), await Diagnosed.Single(project));
    }

    [Fact]
    public async Task IdentifierCollision_IsReportedAtTheSecondStatesName()
    {
        const string definition = """
            { "StartAt": "Ship it", "States": { "Ship it": { "Type": "Pass", "Next": "ship-it" }, "ship-it": { "Type": "Pass", "End": true } } }
            """;

        Assert.Equal(
            new Diagnosed(
                "ASL3006",
                DiagnosticSeverity.Info,
                Path,
                "\"ship-it\"",
                "State 'ship-it' gets the C# name 'ShipIt' that 'Ship it' has, so a number is added to it; give one of them another name."),
            await Diagnosed.Single(new TestProject().Definition(Path, definition)));
    }

    [Fact]
    public async Task AmbiguousDefinition_NamesAllThatFit()
    {
        TestProject project = new TestProject()
            .Source("Order.cs", "[Compiled.StateMachine(\"Order.asl.json\")] public partial class Ambiguous;")
            .Definition("/shop/b/Order.asl.json", Samples.Pass)
            .Definition("/shop/a/Order.asl.json", Samples.Pass);

        Assert.Equal(
            new Diagnosed(
                "ASL3007",
                DiagnosticSeverity.Error,
                "Order.cs",
                "\"Order.asl.json\"",
                "'Order.asl.json' means each of '/shop/a/Order.asl.json', '/shop/b/Order.asl.json'; add the folder."),
            await Diagnosed.Single(project));
    }

    [Fact]
    public async Task ClassNameCollision_IsReportedInTheDefinitionThatComesSecond()
    {
        TestProject project = new TestProject().Definition("/shop/a/Order.asl.json", Samples.Pass).Definition("/shop/b/Order.asl.json", Samples.Pass);

        Diagnosed found = await Diagnosed.Single(project);

        Assert.Equal(("ASL3008", DiagnosticSeverity.Error, "/shop/b/Order.asl.json"), (found.Id, found.Severity, found.File));
        Assert.StartsWith("The class 'Shop.Order' of this definition is made from '/shop/a/Order.asl.json' already", found.Message);
    }

    [Fact]
    public async Task BadMetadata_SaysWhatIsExpected()
    {
        TestProject project = new TestProject { Options = new TestOptions().Metadata(Path, "CompiledType", "Fast") }.Definition(Path, Samples.Pass);

        Diagnosed found = await Diagnosed.Single(project);

        Assert.Equal(("ASL3009", DiagnosticSeverity.Warning, Path), (found.Id, found.Severity, found.File));
        Assert.Equal("Metadata 'CompiledType' of this definition is 'Fast', which is not 'Standard' or 'Express'; the default is used.", found.Message);
    }
}
