using System.Text.Json;

namespace Cli.Tests;

/// <summary>Which files <c>lint</c> reads, and what it says of those that it can't.</summary>
public sealed class LintPathTests
{
    [Theory]
    [InlineData("**/*.asl.json", "a.asl.json", "flows/b.asl.json", "flows/deep/er/c.asl.json")]
    [InlineData("*.asl.json", "a.asl.json")]
    [InlineData("flows/**", "flows/b.asl.json", "flows/deep/er/c.asl.json")]
    [InlineData("flows/**/**/?.asl.json", "flows/b.asl.json", "flows/deep/er/c.asl.json")]
    [InlineData("fl*/*/e?/*.json", "flows/deep/er/c.asl.json")]
    [InlineData("flows/*", "flows/b.asl.json", "flows/other.json")]
    [InlineData("flows", "flows/b.asl.json", "flows/deep/er/c.asl.json")]
    [InlineData("./flows/*.asl.json", "./flows/b.asl.json")]
    [InlineData("*/.hidden/*.json", "flows/.hidden/d.asl.json")]
    public async Task Lint_Pattern_ReadsTheFilesThatItMatches(string pattern, params string[] expected)
    {
        using CliRun run = new();
        foreach (string file in new[] { "a.asl.json", "flows/b.asl.json", "flows/other.json", "flows/deep/er/c.asl.json", "flows/.hidden/d.asl.json" })
            run.File(file, Definitions.UnknownNext);
        Assert.Equal(1, await run.RunAsync(["lint", pattern, "--format", "json"]));
        Assert.Equal(expected, Files(run));
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Lint_AbsolutePattern_GivesAbsoluteNames()
    {
        using CliRun run = new();
        run.File("x/a.asl.json", Definitions.UnknownNext);
        Assert.Equal(1, await run.RunAsync(["lint", Path.Combine(run.Folder, "**", "*.asl.json"), "--format", "json"]));
        // Which CliRun takes the folder's own name from.
        Assert.Equal(["x/a.asl.json"], Files(run));
    }

    [Fact]
    public async Task Lint_FileNamedTwice_IsReadOnce()
    {
        using CliRun run = new();
        run.File("a.asl.json", Definitions.Pass);
        Assert.Equal(0, await run.RunAsync(["lint", "a.asl.json", "./a.asl.json", "*.asl.json", "."]));
        Assert.Equal(["0 errors, 0 warnings in 1 file"], run.Lines);
    }

    [Fact]
    public async Task Lint_LinkToAFolderAbove_IsNotFollowed()
    {
        using CliRun run = new();
        run.File("flows/a.asl.json", Definitions.Pass);
        Directory.CreateSymbolicLink(Path.Combine(run.Folder, "flows", "up"), run.Folder);
        Assert.Equal(0, await run.RunAsync(["lint", "**/*.asl.json"]));
        Assert.Equal(["0 errors, 0 warnings in 1 file"], run.Lines);
    }

    [Fact]
    public async Task Lint_NameThatLooksLikeAPattern_IsTheFileWhereThereIsOne()
    {
        using CliRun run = new();
        run.File("[*].asl.json", Definitions.Pass);
        run.File("[b].asl.json", Definitions.UnknownNext);
        Assert.Equal(0, await run.RunAsync(["lint", "[*].asl.json"]));
    }

    [Fact]
    public async Task Lint_PatternWithoutMatch_IsNamedAndTheRestIsLinted()
    {
        using CliRun run = new();
        run.File("a.asl.json", Definitions.UnknownNext);
        Assert.Equal(2, await run.RunAsync(["lint", "*.asl.jsn", "none/**/*.json", "a.asl.json"]));
        Assert.Equal("The pattern '*.asl.jsn' matches no file." + Environment.NewLine + "The pattern 'none/**/*.json' matches no file." + Environment.NewLine, run.Error);
        Assert.StartsWith("a.asl.json:4:36: error ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_FilesThatCannotBeRead_AreNamedAndTheRestIsLinted()
    {
        using CliRun run = new();
        run.File("a.asl.json", [.. "{\n\"Comment\": \""u8, 0xE9, .. "\"}"u8]);
        run.File("b.asl.json", [0xFF, 0xFE, (byte)'{', 0]);
        run.File("c.asl.json", Definitions.UnknownNext);
        Assert.Equal(2, await run.RunAsync(["lint", ".", "missing.asl.json"]));
        Assert.Equal(
            string.Concat(new[]
            {
                "'./a.asl.json' is not UTF-8: line 2 has the byte 0xE9 where a character was expected.",
                "'./b.asl.json' is not UTF-8: line 1 has the byte 0xFF where a character was expected.",
                "There is no file 'missing.asl.json'.",
            }.Select(static line => line + Environment.NewLine)),
            run.Error);
        Assert.StartsWith("./c.asl.json:4:36: error ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(" in 1 file", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_ByteOrderMark_IsNoPartOfTheText()
    {
        using CliRun run = new();
        run.File("a.asl.json", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Definitions.Pass)]);
        Assert.Equal(0, await run.RunAsync(["lint", "a.asl.json"]));
        Assert.Equal(["0 errors, 0 warnings in 1 file"], run.Lines);
    }

    [Theory]
    [InlineData("json", "\"file\": \"<stdin>\"")]
    [InlineData("text", "<stdin>:4:36: error ")]
    [InlineData("sarif", "\"uri\": \"%3Cstdin%3E\"")]
    public async Task Lint_StandardInput_HasItsName(string format, string expected)
    {
        using CliRun run = new();
        Assert.Equal(1, await run.RunAsync(["lint", "-", "--format", format], Definitions.UnknownNext));
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_ThreeHundredDefinitions_CountsThemAll()
    {
        using CliRun run = new();
        for (int i = 0; i < 300; i++) run.File($"d{i % 7}/f{i:000}.asl.json", i == 150 ? Definitions.UnknownNext : Definitions.Adds);
        Assert.Equal(1, await run.RunAsync(["lint", "**/*.asl.json"]));
        Assert.StartsWith("d3/f150.asl.json:4:36: error ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(" in 300 files", run.Lines[^1], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(CliRun run) =>
        JsonElement.Parse(run.Output).EnumerateArray().Select(static fault => fault.GetProperty("file").GetString()!).Distinct();
}
