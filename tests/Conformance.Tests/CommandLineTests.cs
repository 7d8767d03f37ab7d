using System.Text.Json;

namespace Conformance.Tests;

public sealed class CommandLineTests : IDisposable
{
    private const string Pass = """
        {"id":"a/pass","kind":"execution","type":"STANDARD","definition":{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},"input":{"x":1},
         "tasks":{},"aws_validated":"2024-01-01T00:00:00Z","expect":{"status":"SUCCEEDED","output":{"x":1},"placeholders":[],"skip_paths":[]}}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-");

    [Fact]
    public async Task Asl_AllPass_ExitsWithZero()
    {
        (int code, string output, _) = await RunAsync("asl", Corpus(Pass));
        Assert.Equal(0, code);
        Assert.Equal("0 failed", output.TrimEnd().Split(", ")[^1]);
        Assert.Equal("1 passed, 0 failed", LastLine(output));
    }

    [Fact]
    public async Task Asl_AFailingCase_HasALineAndExitCodeOne()
    {
        (int code, string output, _) = await RunAsync("asl", Corpus(Pass, Pass.Replace("a/pass", "a/fail", StringComparison.Ordinal).Replace("\"output\":{\"x\":1}", "\"output\":{\"x\":2}", StringComparison.Ordinal)));
        Assert.Equal(1, code);
        Assert.Equal(["FAIL a/fail: $.output.x: expected 2, got 1", "1 passed, 1 failed"], Lines(output));
    }

    [Fact]
    public async Task Asl_CaseInDoubt_IsReportedApartAndGatesNothing()
    {
        string doubtful = Pass.Replace("\"2024-01-01T00:00:00Z\"", "null", StringComparison.Ordinal).Replace("\"output\":{\"x\":1}", "\"output\":{\"x\":2}", StringComparison.Ordinal);
        (int code, string output, _) = await RunAsync("asl", Corpus(doubtful));
        Assert.Equal(0, code);
        Assert.Equal(
            ["in doubt, gates nothing: a/pass: $.output.x: expected 2, got 1", "in doubt, gate nothing: 0 passed, 1 failed", "0 passed, 0 failed"], Lines(output));
    }

    [Fact]
    public async Task Asl_UnsupportedKind_IsCountedApart()
    {
        (int code, string output, _) = await RunAsync("asl", Corpus(Pass, Pass.Replace("\"execution\"", "\"later_kind\"", StringComparison.Ordinal)));
        Assert.Equal(0, code);
        Assert.Equal(["1 unsupported", "1 passed, 0 failed"], Lines(output));
    }

    [Fact]
    public async Task Asl_Filter_TakesCasesWhoseIdContainsIt()
    {
        (_, string output, _) = await RunAsync("asl", Corpus(Pass, Pass.Replace("a/pass", "b/other", StringComparison.Ordinal)), "--filter", "OTHER");
        Assert.Equal("1 passed, 0 failed", LastLine(output));
    }

    [Fact]
    public async Task Asl_Report_HoldsEveryOutcome()
    {
        string report = Path.Combine(_folder.FullName, "report.json");
        await RunAsync("asl", Corpus(Pass, Pass.Replace("a/pass", "b/x", StringComparison.Ordinal).Replace("\"execution\"", "\"later_kind\"", StringComparison.Ordinal)), "--report", report);
        JsonElement outcomes = JsonElement.Parse(await File.ReadAllTextAsync(report));
        Assert.Equal(["a/pass pass", "b/x unsupported"], outcomes.EnumerateArray().Select(static item => $"{item.GetProperty("id").GetString()} {item.GetProperty("outcome").GetString()}"));
        Assert.All(outcomes.EnumerateArray(), static item => Assert.Equal(JsonValueKind.String, item.GetProperty("detail").ValueKind));
    }

    [Fact]
    public async Task Asl_Fold_GivesTheSameOutcome()
    {
        (int code, string output, _) = await RunAsync("asl", Corpus(Pass), "--fold");
        Assert.Equal(0, code);
        Assert.Equal("1 passed, 0 failed", LastLine(output));
    }

    [Fact]
    public async Task Definitions_GoodOne_Passes()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "good.asl.json"), """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""");
        (int code, string output, _) = await RunAsync("definitions", _folder.FullName);
        Assert.Equal(0, code);
        Assert.Equal(["1 passed, 0 failed"], Lines(output));
    }

    [Fact]
    public async Task Definitions_FaultyOne_MustHaveItsFault()
    {
        const string faulty = """
            {"cases":[{"id":"found","machine_type":"STANDARD","valid":false,"tolerated":[],"definition_text":"{\"StartAt\":\"B\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}",
              "faults":[{"kind":"unknown-start-at","severity":"error","pointer":"/StartAt"},{"kind":"unreachable-state","severity":"warning","pointer":"/States/A","optional":true}]},
             {"id":"missed","machine_type":"STANDARD","valid":false,"tolerated":[],"definition_text":"{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}",
              "faults":[{"kind":"unknown-start-at","severity":"error","pointer":"/StartAt"}]},
             {"id":"alarm","machine_type":"STANDARD","valid":true,"tolerated":[],"definition_text":"{\"StartAt\":\"B\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}","faults":[]}]}
            """;
        string file = Path.Combine(_folder.FullName, "faulty.json");
        await File.WriteAllTextAsync(file, faulty);
        (int code, string output, _) = await RunAsync("definitions", file);
        Assert.Equal(1, code);
        Assert.Equal("1 passed, 2 failed", LastLine(output));
        Assert.Contains("FAIL missed: expected error 'unknown-start-at' at '/StartAt', got none", output, StringComparison.Ordinal);
        Assert.Contains("FAIL alarm: expected no such Error, got 'unknown-start-at'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asl")]
    [InlineData("jsonata")]
    [InlineData("definitions")]
    public async Task Command_PathThatIsNotThere_ExitsWithTwo(string command)
    {
        (int code, string output, string error) = await RunAsync(command, Path.Combine(_folder.FullName, "none"));
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("is neither a file nor a folder", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asl_FileThatIsNotJson_NamesIt()
    {
        string file = Path.Combine(_folder.FullName, "bad.json");
        await File.WriteAllTextAsync(file, "{");
        (int code, _, string error) = await RunAsync("asl", file);
        Assert.Equal(2, code);
        Assert.Contains("bad.json' is not JSON", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Corpus(params string[] cases)
    {
        string file = Path.Combine(_folder.FullName, "corpus.json");
        File.WriteAllText(file, $$"""{"cases":[{{string.Join(",", cases)}}]}""");
        return file;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await ConformanceCommand.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static string[] Lines(string output) => output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static string LastLine(string output) => Lines(output)[^1];
}
