namespace Cli.Tests;

public sealed class GraphCommandTests
{
    [Fact]
    public async Task Graph_Mermaid_IsTheDefault()
    {
        using CliRun run = new();
        Assert.Equal(0, await run.RunAsync(["graph", "-"], Definitions.Pass));
        Assert.Contains("A", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Graph_SvgToAFile_WritesNothingElse()
    {
        using CliRun run = new();
        string svg = Path.Combine(run.Folder, "good.svg");
        Assert.Equal(0, await run.RunAsync(["graph", run.File("good.asl.json", Definitions.Pass), "--format", "svg", "--output", svg]));
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(svg), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Graph_FaultyDefinition_ShowsItsErrors()
    {
        using CliRun run = new();
        Assert.Equal(1, await run.RunAsync(["graph", run.File("order.asl.json", Definitions.UnknownNext)]));
        Assert.Contains("order.asl.json:4:36: error", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Graph_FolderThatIsNotThere_IsMisuse()
    {
        using CliRun run = new();
        Assert.Equal(2, await run.RunAsync(["graph", "-", "--output", Path.Combine(run.Folder, "none", "x.mmd")], Definitions.Pass));
        Assert.Contains("can't be written", run.Error, StringComparison.Ordinal);
    }
}
