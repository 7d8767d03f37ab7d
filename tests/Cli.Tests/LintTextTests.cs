using Compiled.Cli;

namespace Cli.Tests;

/// <summary>The source and the carets below it, colour, and what counts.</summary>
public sealed class LintTextTests
{
    // What stands before the fault, on one line with it, and the columns that it takes.
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("\t", "  ", 2)]
    [InlineData("ab\t", "ab    ", 6)]
    [InlineData("注文", "注文", 4)]
    [InlineData("🚚", "🚚", 2)]
    [InlineData("é", "é", 1)]
    [InlineData("e\u0301", "e\u0301", 1)]
    [InlineData("\u001b[2J", "␛[2J", 4)]
    [InlineData("\u0085", "\uFFFD", 1)]
    public async Task Lint_LineWithWideText_HasTheCaretsBelowTheFault(string before, string shown, int columns)
    {
        using CliRun run = new();
        // The JSON is broken where x stands, whatever is before. A tab ends at the next stop of four, and two characters come first.
        await run.RunAsync(["lint", "-"], $$"""{"{{before}}":x}""");
        int line = Array.FindIndex(run.Lines, static text => text.Contains("x}", StringComparison.Ordinal));
        Assert.Equal($$"""    1 | {"{{shown}}":x}""", run.Lines[line]);
        string[] carets = [.. run.Lines.Where(static text => text.StartsWith("      | ", StringComparison.Ordinal))];
        Assert.Contains("      | " + new string(' ', 4 + columns) + "^", carets);
    }

    [Fact]
    public async Task Lint_WideTextInTheFault_HasACaretForEachColumn()
    {
        using CliRun run = new();
        await run.RunAsync(["lint", "-"], """{"StartAt":"注文A🚚","States":{"A":{"Type":"Succeed"}}}""");
        Assert.Equal("      |            " + new string('^', 2 + 4 + 1 + 2), run.Lines[2]);
    }

    [Theory]
    [InlineData(0, 10_000, false, true)]
    [InlineData(10_000, 0, true, false)]
    [InlineData(20, 0, false, false)]
    [InlineData(70, 0, true, false)]
    [InlineData(10_000, 10_000, true, true)]
    public async Task Lint_LongLine_IsCutAroundTheFault(int before, int after, bool isCutBefore, bool isCutAfter)
    {
        string text = $$"""{"A":"{{new string('注', before)}}","StartAt":"Shp","States":{"Ship":{"Type":"Succeed"} },"Comment":"{{new string('b', after)}}"}""";
        using CliRun run = new();
        await run.RunAsync(["lint", "-"], text);
        int line = Array.FindIndex(run.Lines, static text => text.EndsWith("^^^^^", StringComparison.Ordinal)) - 1;
        string shown = run.Lines[line];
        Assert.Equal(isCutBefore, shown.StartsWith("    1 | …", StringComparison.Ordinal));
        Assert.Equal(isCutAfter, shown.EndsWith('…'));
        Assert.True(shown.Length <= 8 + 161, shown);
        int wide = shown.AsSpan(0, shown.IndexOf("\"Shp\"", StringComparison.Ordinal)).Count('注');
        Assert.Equal(shown.IndexOf("\"Shp\"", StringComparison.Ordinal) + wide, run.Lines[line + 1].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lint_FaultBehindTheEndOfTheText_HasOneCaret()
    {
        using CliRun run = new();
        Assert.Equal(1, await run.RunAsync(["lint", "-"], ""));
        Assert.Equal(["    1 | ", "      | ^"], run.Lines[1..3]);
    }

    [Fact]
    public async Task Lint_CarriageReturns_AreNoPartOfTheLine()
    {
        using CliRun run = new();
        await run.RunAsync(["lint", "-"], Definitions.UnknownNext.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal("""    4 |     "A": { "Type": "Pass", "Next": "Shp" },""", run.Lines[1]);
    }

    [Fact]
    public async Task Lint_Colour_IsOnTheSeverityAndTheCaretsAlone()
    {
        using CliRun plain = new(), coloured = new();
        await plain.RunAsync(["lint", "-"], Definitions.UnknownNext);
        await coloured.RunAsync(["lint", "-"], Definitions.UnknownNext, usesColour: true);
        Assert.DoesNotContain('\e', plain.Output);
        Assert.Matches("^<stdin>:4:36: \e\\[1;31merror ASL\\d{4}\e\\[0m: ", coloured.Lines[0]);
        Assert.Equal(plain.Lines[2].Replace("^^^^^", "\e[31m^^^^^\e[0m", StringComparison.Ordinal), coloured.Lines[2]);
    }

    [Theory]
    [InlineData(true, "TERM=xterm", true)]
    [InlineData(true, "WT_SESSION=1", true)]
    [InlineData(true, "TERM=xterm NO_COLOR=", true)]
    [InlineData(true, "TERM=xterm NO_COLOR=0", false)]
    [InlineData(true, "TERM=dumb", false)]
    [InlineData(true, "", false)]
    [InlineData(false, "TERM=xterm", false)]
    public void AllowsColour_TerminalAndVariables_Decide(bool isTerminal, string variables, bool expected)
    {
        Dictionary<string, string> environment = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(
            static pair => pair.Split('=')[0], static pair => pair.Split('=')[1]);
        Assert.Equal(expected, CliConsole.AllowsColour(isTerminal, name => environment.GetValueOrDefault(name)));
    }

    [Theory]
    [InlineData("error", 1, 0)]
    [InlineData("warning", 1, 1)]
    [InlineData("never", 0, 0)]
    public async Task Lint_FailOn_DecidesTheExitCode(string failOn, int withError, int withWarning)
    {
        const string warning = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${F}","Retry":[{"ErrorEquals":["X"]},{"ErrorEquals":["X"]}],"End":true}}}""";
        using CliRun run = new();
        Assert.Equal(withError, await run.RunAsync(["lint", "-", "--fail-on", failOn], Definitions.UnknownNext));
        Assert.Equal(withWarning, await run.RunAsync(["lint", "-", "--fail-on", failOn], warning));
        Assert.Equal("0 errors, 1 warning in 1 file", run.Lines[^1]);
        Assert.Equal(0, await run.RunAsync(["lint", "-", "--fail-on", failOn], Definitions.Pass));
        Assert.Equal(2, await run.RunAsync(["lint", "missing.asl.json", "--fail-on", failOn]));
    }
}
