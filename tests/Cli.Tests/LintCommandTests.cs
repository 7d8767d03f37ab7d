using System.Text.Json;

namespace Cli.Tests;

public sealed class LintCommandTests
{
    [Fact]
    public async Task Lint_GoodDefinition_SaysSoAndExitsWithZero()
    {
        using CliRun run = new();
        Assert.Equal(0, await run.RunAsync(["lint", run.File("good.asl.json", Definitions.Pass)]));
        Assert.Equal("0 errors, 0 warnings in 1 file" + Environment.NewLine, run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Lint_Fault_ShowsPlaceMessageAndMark()
    {
        using CliRun run = new();
        Assert.Equal(1, await run.RunAsync(["lint", run.File("order.asl.json", Definitions.UnknownNext)]));
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.Matches("""^order\.asl\.json:4:36: error ASL\d{4}: .*'Shp'.*'Ship'""", lines[0]);
        Assert.Equal("""    4 |     "A": { "Type": "Pass", "Next": "Shp" },""", lines[1]);
        Assert.Equal("      |                                    ^^^^^", lines[2]);
    }

    [Fact]
    public async Task Lint_LongLine_ShowsOnlyWhatStandsAroundTheMark()
    {
        using CliRun run = new();
        string padding = new('x', 1000);
        await run.RunAsync(["lint", "-"], Definitions.UnknownNext.Replace("\n", "", StringComparison.Ordinal).Replace("{  \"StartAt\"", $$"""{ "Comment": "{{padding}}", "StartAt" """, StringComparison.Ordinal));
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.True(lines[1].Length < 200);
        Assert.Equal("\"Shp\"", lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), 5));
    }

    [Fact]
    public async Task Lint_Json_GivesTheFieldsOfEachFault()
    {
        using CliRun run = new();
        Assert.Equal(1, await run.RunAsync(["lint", run.File("order.asl.json", Definitions.UnknownNext), "--format", "json"]));
        JsonElement fault = JsonElement.Parse(run.Output).EnumerateArray().First(static item => item.GetProperty("kind").ValueEquals("unknown-next"));
        Assert.Equal(
            ["file", "id", "kind", "severity", "message", "pointer", "line", "column", "endLine", "endColumn"],
            fault.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("order.asl.json", Path.GetFileName(fault.GetProperty("file").GetString()));
        Assert.Equal("error", fault.GetProperty("severity").GetString());
        Assert.Equal("/States/A/Next", fault.GetProperty("pointer").GetString());
        Assert.Equal([4, 36, 4, 41], new[] { "line", "column", "endLine", "endColumn" }.Select(name => fault.GetProperty(name).GetInt32()));
    }

    [Fact]
    public async Task Lint_Sarif_IsALogOfVersion210()
    {
        using CliRun run = new();
        Assert.Equal(1, await run.RunAsync(["lint", run.File("order.asl.json", Definitions.UnknownNext), "--format", "sarif"]));
        JsonElement log = JsonElement.Parse(run.Output);
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        JsonElement result = log.GetProperty("runs")[0].GetProperty("results")[0];
        JsonElement rule = log.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal(rule.GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
        Assert.Equal(4, result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public async Task Lint_Folder_ReadsItsDefinitionsInOrder()
    {
        using CliRun run = new();
        run.File("b.asl.json", Definitions.UnknownNext);
        run.File("a.asl.json", Definitions.UnknownNext);
        run.File("other.json", "not a definition");
        Assert.Equal(1, await run.RunAsync(["lint", run.Folder]));
        Assert.True(run.Output.IndexOf("a.asl.json:4", StringComparison.Ordinal) < run.Output.IndexOf("b.asl.json:4", StringComparison.Ordinal));
        Assert.EndsWith("in 2 files" + Environment.NewLine, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_ExpressType_RefusesWhatExpressLacks()
    {
        const string sync = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync","Parameters":{"StateMachineArn":"arn:aws:states:us-east-1:111111111111:stateMachine:x"},"End":true}}}""";
        using CliRun run = new();
        string file = run.File("order.asl.json", sync);
        Assert.Equal(0, await run.RunAsync(["lint", file]));
        Assert.Equal(1, await run.RunAsync(["lint", file, "--type", "EXPRESS"]));
    }

    [Theory]
    [InlineData("lint", "missing.asl.json")]
    [InlineData("run", "missing.asl.json")]
    [InlineData("graph", "missing.asl.json")]
    public async Task Command_MissingFile_NamesItAndExitsWithTwo(string command, string file)
    {
        using CliRun run = new();
        Assert.Equal(2, await run.RunAsync([command, Path.Combine(run.Folder, file)]));
        Assert.Equal("There is no file 'missing.asl.json'." + Environment.NewLine, run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Lint_FindingOfARule_IsAWarningWithItsKind()
    {
        const string shadowed = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${F}","Retry":[{"ErrorEquals":["X"]},{"ErrorEquals":["X"]}],"End":true}}}""";
        using CliRun run = new();
        Assert.Equal(0, await run.RunAsync(["lint", run.File("order.asl.json", shadowed), "--format", "json"]));
        JsonElement fault = Assert.Single(JsonElement.Parse(run.Output).EnumerateArray());
        Assert.Equal(
            ["ASL2103", "shadowed-retrier", "warning", "/States/A/Retry/1/ErrorEquals"],
            new[] { "id", "kind", "severity", "pointer" }.Select(name => fault.GetProperty(name).GetString()));
    }

    [Fact]
    public async Task Lint_EmptyFolder_IsMisuse()
    {
        using CliRun run = new();
        Assert.Equal(2, await run.RunAsync(["lint", run.Folder]));
        Assert.Contains("holds no *.asl.json file", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("run")]
    [InlineData("nonsense")]
    [InlineData("graph", "-", "--format", "png")]
    [InlineData("lint", "-", "--type", "FAST")]
    [InlineData("lint", "-", "--format", "xml")]
    [InlineData("lint", "-", "--fail-on", "2")]
    [InlineData("lint", "-", "--fail-on", "info")]
    public async Task Command_WrongLine_ExitsWithTwoAndSaysWhy(params string[] args)
    {
        using CliRun run = new();
        Assert.Equal(2, await run.RunAsync(args));
        Assert.NotEmpty(run.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("lint", "--help")]
    [InlineData("run", "--help")]
    [InlineData("graph", "--help")]
    public async Task Help_OfEachCommand_StatesTheExitCodes(params string[] args)
    {
        using CliRun run = new();
        Assert.Equal(0, await run.RunAsync(args));
        Assert.Contains("Exit codes: 0", run.Output, StringComparison.Ordinal);
    }
}
