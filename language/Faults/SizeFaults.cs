namespace Compiled.Language.Faults;

/// <summary>Faults of size: ASL2601 to ASL2629.</summary>
public static class SizeFaults
{
    /// <summary>A definition of more than 1,048,576 characters.</summary>
    public static readonly FaultDescriptor DefinitionTooLarge =
        new("ASL2601", "definition-too-large", "The definition is larger than 1 MiB", Severity.Error);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        DefinitionTooLarge,
    ];
}
