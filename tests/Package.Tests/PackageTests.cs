using System.IO.Compression;

namespace Package.Tests;

/// <summary>The package in a project of a user's, outside the repository.</summary>
[Collection("Packages")]
public sealed class PackageTests(PackedPackage package)
{
    private const string Order = """
        {
          "StartAt": "Price",
          "States": {
            "Price": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:PriceOrder", "ResultPath": "$.price", "Next": "Is it dear?" },
            "Is it dear?": { "Type": "Choice", "Choices": [{ "Variable": "$.price", "NumericGreaterThan": 100, "Next": "Dear" }], "Default": "Cheap" },
            "Dear": { "Type": "Pass", "Parameters": { "id.$": "$.id", "verdict": "dear" }, "End": true },
            "Cheap": { "Type": "Pass", "Parameters": { "id.$": "$.id", "verdict": "cheap" }, "End": true }
          }
        }
        """;

    private const string OrderClass = """
        using Compiled;

        namespace Shop;

        public sealed record Cart(string Id, int Count);

        [System.Text.Json.Serialization.JsonSerializable(typeof(Cart))]
        [System.Text.Json.Serialization.JsonSerializable(typeof(int))]
        [System.Text.Json.Serialization.JsonSourceGenerationOptions(PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase)]
        internal sealed partial class CartContext : System.Text.Json.Serialization.JsonSerializerContext;

        [StateMachine("Order.asl.json", JsonContext = typeof(CartContext))]
        public partial class OrderWorkflow
        {
            [TaskHandler("PriceOrder")]
            private Task<int> PriceAsync(Cart cart, CancellationToken cancellationToken) => Task.FromResult(cart.Count * 40);

            [Jsonata("id & ': ' & $string(count * $price)", JsonContext = typeof(CartContext))]
            public static partial string Label(Cart cart, double price);
        }
        """;

    private const string Greeting = """
        { "StartAt": "Greet", "States": { "Greet": { "Type": "Pass", "Result": "Hello", "End": true } } }
        """;

    private const string Program = """
        using Compiled;

        ExecutionResult order = await new Shop.OrderWorkflow().ExecuteAsync("{\"id\":\"o-1\",\"count\":3}");
        Console.WriteLine($"{order.Status} {order.Output}");
        ExecutionResult greeting = await new Shop.Greeting().ExecuteAsync("{}");
        Console.WriteLine($"{greeting.Status} {greeting.Output}");
        Console.WriteLine(Shop.OrderWorkflow.Label(new Shop.Cart("o-1", 3), 2.5));
        """;

    [Fact]
    public void Package_Holds_RuntimeGeneratorAnalyzersAndBuildFiles()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File("Compiled"));

        string[] expected =
        [
            "Compiled.nuspec",
            "LICENSE",
            "README.md",
            "analyzers/dotnet/cs/Compiled.Analyzers.dll",
            "analyzers/dotnet/cs/Compiled.CodeFixes.dll",
            "analyzers/dotnet/cs/Compiled.Generator.dll",
            "analyzers/dotnet/cs/Compiled.Language.dll",
            "analyzers/dotnet/cs/Compiled.Rules.dll",
            "build/Compiled.props",
            "buildTransitive/Compiled.props",
            "lib/net10.0/Compiled.dll",
            "lib/net10.0/Compiled.xml",
            "schema/asl.schema.json",
        ];
        Assert.Equal(expected, archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task FreshProject_WithDefinitionsAndAClass_BuildsWithoutWarningAndRuns()
    {
        string folder = await package.ProjectAsync(
            ["Compiled"], "Shop", ("flows/Order.asl.json", Order), ("Greeting.asl.json", Greeting), ("OrderWorkflow.cs", OrderClass), ("Program.cs", Program));

        await Dotnet.SucceedAsync(folder, "build", "-warnaserror");
        string output = await Dotnet.SucceedAsync(folder, "run", "--no-build");

        Assert.Equal(["Succeeded {\"id\":\"o-1\",\"verdict\":\"dear\"}", "Succeeded \"Hello\"", "o-1: 7.5"], Lines(output));
    }

    [Fact]
    public async Task FreshProject_WithFaultyDefinitions_FailsAtEachFaultAsItsConfigsSay()
    {
        string folder = await package.ProjectAsync(
            ["Compiled"], "Faulty",
            ("Greeting.asl.json", Greeting.Replace("\"End\": true", "\"Next\": \"Gret\"")),
            ("Twice.asl.json", """
                { "StartAt": "Say it", "States": { "Say it": { "Type": "Pass", "Next": "say-it" }, "say-it": { "Type": "Pass", "End": true } } }
                """),
            ("OrderWorkflow.cs", """
                [Compiled.StateMachine("Order.asl.json")]
                public partial class OrderWorkflow
                {
                    [Compiled.TaskHandler]
                    private int Price() => 1;

                    [Compiled.Jsonata("$sum(price")]
                    private static partial double Sum(string cart);
                }
                """),
            ("Order.asl.json", Order.Replace("\"Price\"", "\"Ask\"")),
            (".globalconfig", "is_global = true\ndotnet_diagnostic.ASL3006.severity = error\n"),
            (".editorconfig", "root = true\n[Order.asl.json]\ncompiled.ASL3001.severity = error\n"),
            ("Program.cs", "Console.WriteLine(Faulty.Greeting.States.Greet);"));

        (int exitCode, string output) = await Dotnet.RunAsync(folder, "build");

        // The class of the faulty definition exists all the same, so Program.cs has no error.
        Assert.NotEqual(0, exitCode);
        string[] errors = [.. Lines(output).Where(line => line.Contains(": error ")).Select(line => Path.GetFileName(line.Split(": error ")[0]) + " " + line.Split(": error ")[1][..7]).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["Greeting.asl.json(1,89) ASL1102", "Order.asl.json(4,42) ASL3001", "OrderWorkflow.cs(7,34) ASL1209", "Twice.asl.json(1,84) ASL3006"], errors);
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
