namespace Compiled.Language.Faults;

/// <summary>What a definition may contain and the compiler doesn't compile: ASL1900 to ASL1909.</summary>
public static class CompilerFaults
{
    /// <summary>A part of the language that is sound, and not compiled.</summary>
    public static readonly FaultDescriptor Unsupported =
        new("ASL1900", "unsupported", "This part of the language is not compiled yet", Severity.Error);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } = [Unsupported];
}
