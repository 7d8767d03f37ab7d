namespace Compiled.Cli.Lint;

/// <summary>What <c>lint</c> writes to its output. Files are handed over one at a time, so that no report needs the texts of all.</summary>
internal abstract class LintReport
{
    /// <summary>Takes the next file.</summary>
    public abstract void Add(LintedFile file);

    /// <summary>Takes a file or a pattern that could not be linted; standard error says so too.</summary>
    public virtual void AddProblem(string message)
    {
    }

    /// <summary>Writes what comes after the last file.</summary>
    public abstract void Finish();

    /// <summary>The report of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="console">Where to write.</param>
    /// <param name="rulePages">Where the pages of the rules are served, or null.</param>
    public static LintReport Of(LintFormat format, CliConsole console, Uri? rulePages) => format switch
    {
        LintFormat.Json => new JsonReport(console.Output),
        LintFormat.Sarif => new SarifReport(console.Output, console.Folder, rulePages),
        _ => new TextReport(console.Output, console.UsesColour),
    };
}
