namespace Compiled.Cli.Lint;

/// <summary>How <c>lint</c> writes what it finds.</summary>
public enum LintFormat
{
    /// <summary>Lines for a reader, with the source.</summary>
    Text,

    /// <summary>A JSON array.</summary>
    Json,

    /// <summary>A SARIF 2.1.0 log.</summary>
    Sarif,
}
