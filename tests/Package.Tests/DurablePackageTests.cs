using System.IO.Compression;
using System.Xml.Linq;

namespace Package.Tests;

/// <summary>The packages of the durable host in a project of a user's, outside the repository.</summary>
[Collection("Packages")]
public sealed class DurablePackageTests(PackedPackage package)
{
    private const string Order = """
        {
          "StartAt": "Reserve",
          "States": {
            "Reserve": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:Reserve", "ResultPath": "$.reservation", "Next": "Approve" },
            "Approve": { "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:approve", "ResultPath": "$.by", "End": true }
          }
        }
        """;

    // The first process is killed while the order waits for a worker whose token it gave away; the second one brings the token back.
    private const string Program = """
        using System.Diagnostics;
        using Compiled.Durable;
        using Compiled.MapRuns.Objects;
        using Compiled.ObjectStore;
        using Compiled.Sqlite;
        using Compiled.Tasks;
        using Compiled.Values;

        const string Activity = "arn:aws:states:us-east-1:123456789012:activity:approve";
        IObjectStore objects = new FolderObjectStore(".");
        await using DurableExecutions executions = new(SqliteJournal.Open("workflows.db"), new DurableOptions { ObjectStore = objects });
        executions.AddMachine(new Shop.OrderWorkflow());
        await executions.RunAsync();
        if (args is [])
        {
            await executions.StartAsync("Order", JsonValue.Parse("{\"id\":\"o-1\"}"u8), "order-1");
            ActivityTask? task = await executions.GetActivityTaskAsync(Activity);
            File.WriteAllText("token.txt", task!.TaskToken);
            Process.GetCurrentProcess().Kill();
        }

        string arn = executions.List().Executions[0].ExecutionArn;
        await executions.SendTaskSuccessAsync(args[0], JsonValue.Parse("\"Mara\""u8));
        ExecutionDescription end = await executions.WaitAsync(arn);
        Console.WriteLine($"{end.Status} {end.Output} {executions.GetHistory(arn).Events.Count}");
        """;

    private const string OrderClass = """
        using Compiled;

        namespace Shop;

        [StateMachine("Order.asl.json")]
        public partial class OrderWorkflow
        {
            [TaskHandler("Reserve")]
            private static string Reserve(System.Text.Json.JsonElement order)
            {
                Console.WriteLine("reserving " + order.GetProperty("id"));
                return "r-1";
            }
        }
        """;

    [Theory]
    [InlineData("Compiled.Durable", "Compiled")]
    [InlineData("Compiled.Sqlite", "Compiled.Durable")]
    [InlineData("Compiled.ObjectStore", "Compiled")]
    public void Package_DependsOnTheVersionThatItWasPackedWith_WithGeneratorAndAnalyzers(string id, string dependency)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File(id));
        using Stream nuspec = archive.GetEntry(id + ".nuspec")!.Open();
        XElement found = XDocument.Load(nuspec).Descendants().Single(element => element.Name.LocalName == "dependency" && (string?)element.Attribute("id") == dependency);

        Assert.Equal($"""<dependency id="{dependency}" version="[{PackedPackage.Version}]" include="All" />""", $"<dependency {string.Join(' ', found.Attributes())} />");
        Assert.NotNull(archive.GetEntry($"lib/net10.0/{id}.xml"));
    }

    [Fact]
    public async Task FreshProject_WithADurableExecution_GoesOnInASecondProcess()
    {
        string folder = await package.ProjectAsync(
            ["Compiled.Sqlite", "Compiled.ObjectStore"], "Durable", ("Order.asl.json", Order), ("OrderWorkflow.cs", OrderClass), ("Program.cs", Program));
        await Dotnet.SucceedAsync(folder, "build", "-warnaserror");
        string program = Path.Combine("bin", "Debug", "net10.0", "Durable.dll");

        (int exitCode, string first) = await Dotnet.RunAsync(folder, program);
        string second = await Dotnet.SucceedAsync(folder, program, await File.ReadAllTextAsync(Path.Combine(folder, "token.txt")));

        Assert.NotEqual(0, exitCode);
        Assert.Equal("reserving o-1", first.Trim());
        Assert.Equal("""Succeeded {"id":"o-1","reservation":"r-1","by":"Mara"} 12""", second.Trim());
    }
}
