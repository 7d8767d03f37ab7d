namespace Compiled.Language.Faults;

/// <summary>How grave a fault is.</summary>
public enum Severity
{
    /// <summary>AWS or the compiler would refuse the definition, or it fails on every run.</summary>
    Error,

    /// <summary>The definition can run, but not as written.</summary>
    Warning,

    /// <summary>A matter of style.</summary>
    Info,
}
