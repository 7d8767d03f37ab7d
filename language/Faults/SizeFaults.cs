namespace Compiled.Language.Faults;

/// <summary>Faults of size: ASL2601 to ASL2629.</summary>
public static class SizeFaults
{
    /// <summary>A definition of more than 1,048,576 characters.</summary>
    public static readonly FaultDescriptor DefinitionTooLarge =
        new("ASL2601", "definition-too-large", "The definition is larger than 1 MiB", Severity.Error);

    /// <summary>A literal of more than 262,144 bytes, which no state may take or give.</summary>
    public static readonly FaultDescriptor PayloadTooLarge =
        new("ASL2602", "payload-too-large", "The literal is larger than a state may pass on", Severity.Warning);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        DefinitionTooLarge,
        PayloadTooLarge,
    ];
}
