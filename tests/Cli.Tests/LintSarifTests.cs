using System.Text.Json;

namespace Cli.Tests;

public sealed class LintSarifTests
{
    [Fact]
    public async Task Sarif_OfSeveralFiles_HasTheRequiredStructure()
    {
        using CliRun run = new();
        run.File("flows/my order.asl.json", Definitions.UnknownNext);
        run.File("flows/é.asl.json", Definitions.UnknownNext);
        run.File("broken.asl.json", "{");
        run.File("good.asl.json", Definitions.Pass);
        Assert.Equal(1, await run.RunAsync(["lint", ".", "--format", "sarif", "--rule-pages", "https://example.org/rules/"]));
        JsonElement log = JsonElement.Parse(run.Output);
        SarifStructure.Check(log);
        JsonElement runOf = log.GetProperty("runs")[0];
        Assert.Equal(
            ["broken.asl.json", "flows/my%20order.asl.json", "flows/%C3%A9.asl.json"],
            runOf.GetProperty("results").EnumerateArray().Select(static result => Artifact(result).GetProperty("uri").GetString()).Distinct());
        Assert.All(runOf.GetProperty("results").EnumerateArray(), static result => Assert.Equal("%SRCROOT%", Artifact(result).GetProperty("uriBaseId").GetString()));
        Assert.All(
            runOf.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(),
            static rule => Assert.Equal($"https://example.org/rules/{rule.GetProperty("id").GetString()}.md", rule.GetProperty("helpUri").GetString()));
    }

    [Fact]
    public async Task Sarif_Result_HasRulePlaceAndMessage()
    {
        using CliRun run = new();
        await run.RunAsync(["lint", "-", "--format", "json"], Definitions.UnknownNext);
        JsonElement fault = JsonElement.Parse(run.Output)[0];
        await run.RunAsync(["lint", "-", "--format", "sarif"], Definitions.UnknownNext);
        JsonElement log = JsonElement.Parse(run.Output);
        SarifStructure.Check(log);
        JsonElement result = log.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal(fault.GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal(fault.GetProperty("message").GetString(), result.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(
            """{"startLine":4,"startColumn":36,"endLine":4,"endColumn":41}""",
            JsonSerializer.Serialize(result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region")));
        Assert.False(Artifact(result).TryGetProperty("uriBaseId", out _));
    }

    [Fact]
    public async Task Sarif_Rule_HasTheTextOfItsPage()
    {
        using CliRun run = new();
        await run.RunAsync(["lint", "-", "--format", "sarif"], "{");
        JsonElement rule = JsonElement.Parse(run.Output).GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        Assert.Equal("ASL1001", rule.GetProperty("id").GetString());
        Assert.Equal("invalid-json", rule.GetProperty("name").GetString());
        Assert.StartsWith("The JSON reader met something", rule.GetProperty("fullDescription").GetProperty("text").GetString(), StringComparison.Ordinal);
        string help = rule.GetProperty("help").GetProperty("markdown").GetString()!;
        Assert.StartsWith("# ASL1001: invalid-json", help, StringComparison.Ordinal);
        Assert.Contains("## Right", help, StringComparison.Ordinal);
        Assert.DoesNotContain("silence", help, StringComparison.Ordinal);
        // The address of the pages is not known, and helpUri has to be absolute.
        Assert.False(rule.TryGetProperty("helpUri", out _));
    }

    [Fact]
    public void Sarif_EveryFaultOfTheCatalog_HasAPage() =>
        Assert.Empty(Compiled.Language.Faults.FaultCatalog.All.Where(static rule =>
            typeof(Compiled.Cli.CliCommand).Assembly.GetManifestResourceInfo(rule.Id + ".md") is null).Select(static rule => rule.Id));

    [Fact]
    public async Task Sarif_FileThatCannotBeRead_IsANotification()
    {
        using CliRun run = new();
        run.File("a.asl.json", [0xFF]);
        Assert.Equal(2, await run.RunAsync(["lint", "a.asl.json", "none/*", "--format", "sarif"]));
        JsonElement log = JsonElement.Parse(run.Output);
        SarifStructure.Check(log);
        JsonElement invocation = log.GetProperty("runs")[0].GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(
            ["The pattern 'none/*' matches no file.", "'a.asl.json' is not UTF-8: line 1 has the byte 0xFF where a character was expected."],
            invocation.GetProperty("toolExecutionNotifications").EnumerateArray().Select(static item => item.GetProperty("message").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Sarif_FileOutsideTheFolder_HasAnAbsoluteAddress()
    {
        using CliRun elsewhere = new(), run = new();
        string file = elsewhere.File("a.asl.json", Definitions.UnknownNext);
        await run.RunAsync(["lint", file, "--format", "sarif"]);
        JsonElement log = JsonElement.Parse(run.Output);
        SarifStructure.Check(log);
        JsonElement artifact = Artifact(log.GetProperty("runs")[0].GetProperty("results")[0]);
        Assert.Equal(new Uri(file).AbsoluteUri, artifact.GetProperty("uri").GetString());
        Assert.False(artifact.TryGetProperty("uriBaseId", out _));
    }

    [Fact]
    public async Task Lint_RulePagesWithoutAScheme_IsMisuse()
    {
        using CliRun run = new();
        Assert.Equal(2, await run.RunAsync(["lint", "-", "--rule-pages", "docs/rules"], Definitions.Pass));
        Assert.Contains("--rule-pages is 'docs/rules'", run.Error, StringComparison.Ordinal);
    }

    private static JsonElement Artifact(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
}
