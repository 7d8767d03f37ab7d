using System.Text.Json;

namespace Conformance.Tests;

public sealed class JsonataCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-");

    [Fact]
    public async Task Jsonata_AllPass_ExitsWithZero()
    {
        (int code, string output) = await RunAsync(
            """{"id":"value","expr":"a + $two","data":{"a":1},"bindings":{"two":2},"result":3}""",
            """{"id":"undefined","expr":"a","dataset":null,"undefinedResult":true}""",
            """{"id":"compile time","expr":"(","dataset":null,"code":"S0203"}""",
            """{"id":"run time","expr":"1 + a","data":{"a":"x"},"code":"T2002"}""",
            """{"id":"error","expr":"$error('mine')","data":{},"error":{"code":"D3137","message":"mine"}}""",
            """{"id":"bag","expr":"[3, 1, 2]","data":{},"unordered":true,"result":[1,2,3]}""");
        Assert.Equal("6 passed, 0 failed\n", output);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Jsonata_AFailingCase_HasALineAndExitCodeOne()
    {
        (int code, string output) = await RunAsync(
            """{"id":"value","expr":"1 + 1","result":3}""", """{"id":"error","expr":"1 + 1","code":"T2001"}""", """{"id":"none","expr":"1 +","result":3}""");
        Assert.Equal(1, code);
        Assert.Equal(
            "FAIL value: expected 3, got 2\nFAIL error: expected error T2001, got 2\nFAIL none: expected 3, got error S0207: Unexpected end of expression\n0 passed, 3 failed\n",
            output);
    }

    [Fact]
    public async Task Jsonata_Dataset_IsReadFromBesideTheGroups()
    {
        DirectoryInfo groups = _folder.CreateSubdirectory("groups"), datasets = _folder.CreateSubdirectory("datasets");
        await File.WriteAllTextAsync(Path.Combine(datasets.FullName, "numbers.json"), """{"a":[1,2]}""");
        await File.WriteAllTextAsync(Path.Combine(groups.FullName, "g.json"), """{"cases":[{"id":"g/0","expr":"$sum(a)","dataset":"numbers","result":3}]}""");
        (int code, string output) = await CommandAsync("jsonata", _folder.FullName);
        Assert.Equal((0, "1 passed, 0 failed\n"), (code, output));
    }

    [Fact]
    public async Task Jsonata_TimeLimit_EndsWhatWouldNeverEnd()
    {
        (int code, string output) = await RunAsync(
            """{"id":"endless","expr":"($f := function() { $f() }; $f())","timelimit":100,"depth":50,"code":"U1001"}""",
            """{"id":"deep","expr":"($f := function($n) { $n + $f($n + 1) }; $f(1))","timelimit":1000,"depth":50,"code":"U1001"}""");
        Assert.Equal((0, "2 passed, 0 failed\n"), (code, output));
    }

    [Fact]
    public async Task Jsonata_FilterAndReport_HoldTheCasesTaken()
    {
        string report = Path.Combine(_folder.FullName, "report.out");
        await RunAsync(["--filter", "TAKE", "--report", report], """{"id":"take/1","expr":"1","result":1}""", """{"id":"leave/1","expr":"1","result":2}""");
        JsonElement outcomes = JsonElement.Parse(await File.ReadAllTextAsync(report));
        Assert.Equal(["take/1 pass"], outcomes.EnumerateArray().Select(static item => $"{item.GetProperty("id").GetString()} {item.GetProperty("outcome").GetString()}"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<(int Code, string Output)> RunAsync(params string[] cases) => RunAsync([], cases);

    private Task<(int Code, string Output)> RunAsync(string[] options, params string[] cases)
    {
        string file = Path.Combine(_folder.FullName, "corpus.json");
        File.WriteAllText(file, $$"""{"cases":[{{string.Join(",", cases)}}]}""");
        return CommandAsync(["jsonata", file, .. options]);
    }

    private static async Task<(int Code, string Output)> CommandAsync(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new();
        int code = await ConformanceCommand.RunAsync(args, output, error);
        Assert.Empty(error.ToString());
        return (code, output.ToString());
    }
}
