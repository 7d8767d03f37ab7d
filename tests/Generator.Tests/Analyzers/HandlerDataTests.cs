using Compiled.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;

namespace Compiled.Generator.Tests.Analyzers;

/// <summary>The types of handlers against the data between them: ASL3011 to ASL3013.</summary>
public sealed class HandlerDataTests
{
    private const string Path = "/shop/Order.asl.json";

    private const string Definition = """
        {
          "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:Charge",
              "Parameters": { "id.$": "$.id", "total": 5, "address": { "city": "Bonn", "zip": 53111 }, "tags": [ "a" ] },
              "ResultPath": "$.receipt",
              "Catch": [ { "ErrorEquals": [ "CardDeclined" ], "Next": "Done" } ],
              "Next": "Wait"
            },
            "Wait": { "Type": "Wait", "SecondsPath": "$.receipt.delay", "Next": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    [Theory]
    [InlineData("string Id, int Total, Address Address, string[] Tags")]
    [InlineData("string Id, decimal? Total, object Address, System.Collections.Generic.IReadOnlyList<string> Tags")]
    [InlineData("string ID, double TOTAL, System.Text.Json.JsonElement Address")]
    [InlineData("string Id, string? Customer, int Count = 1")]
    [InlineData("[property: System.Text.Json.Serialization.JsonPropertyName(\"id\")] string Number")]
    [InlineData("[property: System.Text.Json.Serialization.JsonIgnore] int? Customer")]
    [InlineData("System.Collections.Generic.Dictionary<string, object> Address")]
    public async Task Input_ThatFitsTheParameters_IsClean(string members) => Assert.Empty(await Diagnosed.Of(Project(members)));

    [Theory]
    [InlineData("string Adress", "gives no 'adress' for 'Input.Adress', only 'id', 'total', 'address', 'tags'; did you mean 'address'?")]
    [InlineData("string Customer", "gives no 'customer' for 'Input.Customer', only 'id', 'total', 'address', 'tags'.")]
    [InlineData("bool Total", "gives a number where 'Input.Total' is read from a boolean.")]
    [InlineData("string Total", "gives a number where 'Input.Total' is read from a string or null.")]
    [InlineData("int Address", "gives an object where 'Input.Address' is read from a number.")]
    [InlineData("Address Tags", "gives an array where 'Input.Tags' is read from an object.")]
    [InlineData("int[] Address", "gives an object where 'Input.Address' is read from an array.")]
    [InlineData("bool[] Tags", "gives a string where 'Input.Tags[]' is read from a boolean.")]
    [InlineData("Wrong Address", "gives no 'street' for 'Input.Address.Street', only 'city', 'zip'.")]
    public async Task Input_ThatDoesNotFit_IsReportedAtTheParameter(string members, string problem)
    {
        Diagnosed found = await Diagnosed.Single(Project(members));

        Assert.Equal(new Diagnosed("ASL3011", DiagnosticSeverity.Warning, "Order.cs", "input", "Task 'Charge' " + problem.Replace("string or null", "string")), found);
    }

    [Fact]
    public async Task Input_OfWhichNothingIsKnown_IsClean() =>
        Assert.Empty(await Diagnosed.Of(Project("string Customer").Definition(Path, Definition.Replace("\"Parameters\": { \"id.$\": \"$.id\", \"total\": 5, \"address\": { \"city\": \"Bonn\", \"zip\": 53111 }, \"tags\": [ \"a\" ] },", ""))));

    [Fact]
    public async Task Result_OfATaskThatWaitsForItsToken_IsNotTheHandlers() =>
        Assert.Empty(await Diagnosed.Of(Project("string Id", "public sealed record Receipt(int Other);")
            .Definition(Path, Definition.Replace("arn:aws:lambda:us-east-1:123456789012:function:Charge", "arn:aws:states:::sns:publish.waitForTaskToken")
                .Replace("\"id.$\": \"$.id\"", "\"TopicArn\": \"arn:aws:sns:us-east-1:123456789012:t\", \"Message.$\": \"$$.Task.Token\", \"id.$\": \"$.id\"").Replace("\"ResultPath\"", "\"TimeoutSeconds\": 60, \"ResultPath\""))));

    [Theory]
    [InlineData("public sealed record Receipt(int Delay);")]
    [InlineData("public sealed record Receipt([property: System.Text.Json.Serialization.JsonPropertyName(\"delay\")] int Seconds);")]
    [InlineData("public class Base { public int Delay { get; set; } } public sealed class Receipt : Base { }")]
    [InlineData("public abstract class Receipt { }")]
    [InlineData("public sealed class Receipt { [System.Text.Json.Serialization.JsonExtensionData] public System.Collections.Generic.Dictionary<string, object>? More { get; set; } }")]
    [InlineData("public interface Receipt { }")]
    public async Task Result_ThatHasWhatThePathReads_IsClean(string type) => Assert.Empty(await Diagnosed.Of(Project("string Id", type)));

    [Theory]
    [InlineData("public sealed record Receipt(int Dely, string Id);", ".delay", "'$.receipt.delay' leads to nothing; '$.receipt' has only 'dely' and 'id' here; did you mean 'dely'?")]
    [InlineData("public sealed class Receipt { internal int Delay { get; set; } public int Total { get; set; } }", ".delay", "'$.receipt.delay' leads to nothing; '$.receipt' has only 'total' here")]
    [InlineData("public enum Receipt { A }", ".delay", "'$.receipt.delay' leads to nothing; '$.receipt' is a string or a number here")]
    public async Task Result_WithoutWhatThePathReads_IsReportedAtTheStep(string type, string step, string message)
    {
        Assert.Equal(new Diagnosed("ASL3012", DiagnosticSeverity.Warning, Path, step, message), await Diagnosed.Single(Project("string Id", type)));
    }

    [Fact]
    public async Task Result_OfAHandlerThatGivesNone_IsNull()
    {
        TestProject project = Project("string Id");
        Diagnosed found = await Diagnosed.Single(project.Source("Order.cs", project.Sources["Order.cs"].Replace("Task<Receipt> Charge(Input input) => throw null!;", "void Charge(Input input) { }")));

        Assert.Equal(("ASL3012", "'$.receipt.delay' leads to nothing; '$.receipt' is null here"), (found.Id, found.Message));
    }

    [Fact]
    public async Task Result_ByTheNamesOfTheContext_IsShownSo()
    {
        TestProject project = Project("string Id", "public sealed record Receipt(int DelayInSeconds);")
            .Source("Json.cs", "using System.Text.Json.Serialization; [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)] public abstract class Json(System.Text.Json.JsonSerializerOptions? o) : JsonSerializerContext(o);");
        project = project.Source("Order.cs", project.Sources["Order.cs"].Replace("[StateMachine(\"Order.asl.json\")]", "[StateMachine(\"Order.asl.json\", JsonContext = typeof(Json))]"));

        Assert.Contains(await Diagnosed.Of(project), found => found is { Id: "ASL3012", Message: "'$.receipt.delay' leads to nothing; '$.receipt' has only 'delay_in_seconds' here" });
    }

    [Theory]
    [InlineData("string Id", "string Id")]
    [InlineData("string ID, string? Name", "string? Customer")]
    [InlineData("System.Text.Json.JsonElement Id", "object Id, int Count = 1")]
    public async Task Ends_ThatFit_AreClean(string input, string output) => Assert.Empty(await Diagnosed.Of(Typed(input, output)));

    [Theory]
    [InlineData("string Number", "string Id", "ASL3014", ".id", "'$.id' leads to nothing; '$' has only 'number' here")]
    [InlineData("string Idd", "string Id", "ASL3014", ".id", "'$.id' leads to nothing; '$' has only 'idd' here")]
    [InlineData("int Id", "string Id", "ASL3015", "true", "'Reply' ends executions and gives a number where 'Output.Id' is read from a string")]
    [InlineData("string Id", "string Idd", "ASL3015", "true", "'Reply' ends executions and gives no 'idd' for 'Output.Idd', only 'id'")]
    [InlineData("string[] Id", "bool[] Id", "ASL3015", "true", "'Reply' ends executions and gives a string where 'Output.Id[]' is read from a boolean")]
    public async Task End_ThatDoesNotFit_IsReportedInTheDefinition(string input, string output, string id, string text, string message)
    {
        Diagnosed found = await Diagnosed.Single(Typed(input, output));

        Assert.Equal((id, DiagnosticSeverity.Warning, Path, text, message), (found.Id, found.Severity, found.File, found.Text, found.Message.Replace("a string or null", "a string")));
    }

    [Theory]
    [InlineData("[AslError(\"CardDeclined\")] public sealed class Refusal : System.Exception;")]
    [InlineData("public sealed class CardDeclined : System.Exception;")]
    [InlineData("[AslError(\"CardExpired\")] public sealed class Expired : System.Exception;")]
    [InlineData("[AslError(\"CardDeclind\")] public sealed class Refusal : System.Exception { public const string Other = \"CardDeclined\"; }")]
    public async Task ErrorName_ThatIsDeclaredOrFarFromAny_IsClean(string exception) => Assert.Empty(await Diagnosed.Of(Project("string Id").Source("Errors.cs", "using Compiled;\n" + exception)));

    [Fact]
    public async Task ErrorName_NearADeclaredOne_IsReportedWithIt()
    {
        TestProject project = Project("string Id").Source("Errors.cs", "[Compiled.AslError(\"CardDeclind\")] public sealed class Refusal : System.Exception;");

        Assert.Equal(
            new Diagnosed("ASL3013", DiagnosticSeverity.Warning, Path, "\"CardDeclined\"", "No exception of the project stands for 'CardDeclined'; did you mean 'CardDeclind'?"),
            await Diagnosed.Single(project));
    }

    private static TestProject Typed(string input, string output) => new TestProject()
        .Source("Order.cs", $"public sealed record Input({input}); public sealed record Output({output}); [Compiled.StateMachine(\"Order.asl.json\", Input = typeof(Input), Output = typeof(Output))] public partial class Order;")
        .Definition(Path, """{ "StartAt": "Reply", "States": { "Reply": { "Type": "Pass", "Parameters": { "id.$": "$.id" }, "End": true } } }""");

    private static TestProject Project(string inputMembers, string receipt = "public sealed record Receipt(int Delay);") => new TestProject()
        .Source("Order.cs", $$"""
            using Compiled;
            using System.Threading.Tasks;

            public sealed record Address(string City, string? Street, int Zip);
            public sealed record Wrong(string City, string Street);
            public sealed record Input({{inputMembers}});
            {{receipt}}

            [StateMachine("Order.asl.json")]
            public partial class Order
            {
                [TaskHandler] private Task<Receipt> Charge(Input input) => throw null!;
            }
            """)
        .Definition(Path, Definition);
}
