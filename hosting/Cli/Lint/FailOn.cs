using Compiled.Language.Faults;

namespace Compiled.Cli.Lint;

/// <summary>The least grave fault that makes <c>lint</c> exit with 1.</summary>
public enum FailOn
{
    /// <summary>An Error.</summary>
    Error,

    /// <summary>An Error or a Warning.</summary>
    Warning,

    /// <summary>None.</summary>
    Never,
}

/// <summary>What counts.</summary>
internal static class FailOnSeverity
{
    /// <summary>Whether a fault of this severity makes <c>lint</c> exit with 1.</summary>
    public static bool Counts(this FailOn failOn, Severity severity) => failOn switch
    {
        FailOn.Error => severity == Severity.Error,
        FailOn.Warning => severity is Severity.Error or Severity.Warning,
        _ => false,
    };
}
