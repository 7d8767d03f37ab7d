namespace Compiled.Analyzers.Tests;

/// <summary>
/// The rules between a definition and its C#, by Microsoft.CodeAnalysis.Testing: for each a project with the fault, marked on the text that is wrong, and one that
/// is nearly the same without it.
/// </summary>
public sealed class CSharpRuleTests
{
    private const string Definition = """
        { "StartAt": "Reserve", "States": {
          "Reserve": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:Reserve", "Next": "Charge" },
          "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:Charge", #"End": true } } }
        """;

    private const string Class = """
        #nullable enable
        using System;
        using System.Threading.Tasks;
        using Compiled;

        [StateMachine("Order.asl.json")]
        public partial class Order
        {
            [TaskHandler("Reserve")] private void Reserve() { }
            #
        }
        """;

    /// <summary>The ids of the rules.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        ["ASL3001", "ASL3002", "ASL3003", "ASL3004", "ASL3005", "ASL3007", "ASL3008", "ASL3009", "ASL3010", "ASL3011", "ASL3012", "ASL3013", "ASL3014", "ASL3015"];

    /// <summary>Rule, members of the class, fields of the Task 'Charge': what is wrong, and the same without the fault.</summary>
    public static TheoryData<string, string, string, string, string> Pairs => new()
    {
        { "ASL3001", "", "[TaskHandler(\"Charge\")] private void Charge() { }", "", "" },
        { "ASL3002", "[TaskHandler(\"Charge\")] private void Charge() { } [TaskHandler({|ASL3002:\"Chrge\"|})] private void Again() { }", "[TaskHandler(\"Charge\")] private void Charge() { }", "", "" },
        { "ASL3003", "[TaskHandler(\"Charge\")] private async void {|ASL3003:Charge|}() => await Task.Yield();", "[TaskHandler(\"Charge\")] private async Task Charge() => await Task.Yield();", "", "" },
        { "ASL3011", "private sealed record Payment(string Card); [TaskHandler(\"Charge\")] private void Charge(Payment {|ASL3011:payment|}) { }", "private sealed record Payment(string Card); [TaskHandler(\"Charge\")] private void Charge(Payment payment) { }", "\"Parameters\": { \"cardNo\": \"1234\" }, ", "\"Parameters\": { \"card\": \"1234\" }, " },
        { "ASL3012", "private sealed record Receipt(string Id); [TaskHandler(\"Charge\")] private Receipt Charge() => new(\"r-1\");", "private sealed record Receipt(string Id); [TaskHandler(\"Charge\")] private Receipt Charge() => new(\"r-1\");", "\"OutputPath\": \"${|ASL3012:.idd|}\", ", "\"OutputPath\": \"$.id\", " },
        { "ASL3013", "[AslError(\"CardDeclined\")] public sealed class CardDeclinedException : Exception; [TaskHandler(\"Charge\")] private void Charge() { }", "[AslError(\"CardDeclined\")] public sealed class CardDeclinedException : Exception; [TaskHandler(\"Charge\")] private void Charge() { }", "\"Retry\": [ { \"ErrorEquals\": [ {|ASL3013:\"CardDeclind\"|} ] } ], ", "\"Retry\": [ { \"ErrorEquals\": [ \"CardDeclined\" ] } ], " },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Rule_BetweenHandlersAndTasks_IsReportedOnWhatIsWrong(string id, string wrong, string right, string wrongFields, string rightFields)
    {
        string definition = id == "ASL3001" ? Definition.Replace("\"arn:aws:lambda:us-east-1:123456789012:function:Charge\"", "{|ASL3001:\"arn:aws:lambda:us-east-1:123456789012:function:Charge\"|}") : Definition;

        await new DefinitionTest(Class.Replace("    #\n", wrong + "\n")).With(definition.Replace("#", wrongFields)).RunAsync();
        await new DefinitionTest(Class.Replace("    #\n", right + "\n")).With(Definition.Replace("#", rightFields)).RunAsync();
    }

    [Theory]
    [InlineData("[Compiled.StateMachine(\"Order.asl.json\")] public class {|ASL3004:Order|};", "[Compiled.StateMachine(\"Order.asl.json\")] public partial class Order;")]
    [InlineData("[Compiled.StateMachine(\"Order.asl.json\", Input = typeof(System.Math))] public partial class {|ASL3004:Order|};", "[Compiled.StateMachine(\"Order.asl.json\", Input = typeof(int))] public partial class Order;")]
    [InlineData("[Compiled.StateMachine(\"Order.asl.json\", Output = typeof(System.Collections.Generic.List<>))] public partial class {|ASL3004:Order|};", "[Compiled.StateMachine(\"Order.asl.json\", Output = typeof(System.Collections.Generic.List<int>))] public partial class Order;")]
    [InlineData("[Compiled.StateMachine({|ASL3005:\"Ordr.asl.json\"|})] public partial class Order;", "[Compiled.StateMachine(\"Order.asl.json\")] public partial class Order;")]
    [InlineData(
        "public class Prices { [Compiled.Jsonata(\"$sum(prices)\")] public static double {|ASL3010:Total|}(System.Text.Json.JsonElement order) => 0; }",
        "public partial class Prices { [Compiled.Jsonata(\"$sum(prices)\")] public static partial double Total(System.Text.Json.JsonElement order); public static partial double Total(System.Text.Json.JsonElement order) => 0; }")]
    public async Task Rule_OfAClassOrMethod_IsReportedOnWhatIsWrong(string wrong, string right)
    {
        const string definition = """{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }""";

        await new DefinitionTest(wrong).With(definition).RunAsync();
        await new DefinitionTest(right).With(definition).RunAsync();
    }

    [Theory]
    [InlineData("Input", "\"Done\": { \"Type\": \"Succeed\", \"OutputPath\": \"${|ASL3014:.totl|}\" }", "\"Done\": { \"Type\": \"Succeed\", \"OutputPath\": \"$.total\" }")]
    [InlineData("Output", "\"Done\": { \"Type\": \"Pass\", \"Result\": 5, \"End\": {|ASL3015:true|} }", "\"Done\": { \"Type\": \"Pass\", \"Result\": { \"total\": 5 }, \"End\": true }")]
    public async Task Rule_OfATypeAtAnEnd_IsReportedOnWhatIsWrong(string end, string wrong, string right)
    {
        string code = "public sealed record Order(double Total); [Compiled.StateMachine(\"Order.asl.json\", " + end + " = typeof(Order))] public partial class OrderWorkflow;";

        await new DefinitionTest(code).With("{ \"StartAt\": \"Done\", \"States\": { " + wrong + " } }").RunAsync();
        await new DefinitionTest(code).With("{ \"StartAt\": \"Done\", \"States\": { " + right + " } }").RunAsync();
    }

    [Fact]
    public async Task AmbiguousDefinition_IsReportedOnTheName()
    {
        await Test("{|ASL3007:\"Order.asl.json\"|}").RunAsync();
        await Test("\"shop/Order.asl.json\"").RunAsync();

        static DefinitionTest Test(string name) => new DefinitionTest($"[Compiled.StateMachine({name})] public partial class OrderWorkflow;")
            .With("""{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }""")
            .With("""{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }""", "/returns/Order.asl.json");
    }

    [Fact]
    public async Task ClassNameCollision_IsReportedOnTheSecondDefinition()
    {
        await Test().Expect("ASL3008 1:1-1:1", RulePage.SeverityOf).RunAsync();
        await Test().WithMetadata("CompiledClassName", "ReturnOrder", "/returns/Order.asl.json").RunAsync();

        static DefinitionTest Test() => new DefinitionTest()
            .With("""{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }""", "/returns/Order.asl.json")
            .With("""{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }""");
    }

    [Fact]
    public async Task BadMetadata_IsReportedOnTheDefinition()
    {
        await Test("express").Expect("ASL3009 1:1-1:1", RulePage.SeverityOf).RunAsync();
        await Test("Express").RunAsync();

        static DefinitionTest Test(string type) => new DefinitionTest().With("""{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }""").WithMetadata("CompiledType", type);
    }
}
