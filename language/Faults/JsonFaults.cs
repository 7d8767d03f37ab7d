namespace Compiled.Language.Faults;

/// <summary>Faults of the text as JSON: ASL1001 to ASL1009.</summary>
public static class JsonFaults
{
    /// <summary>The text is not JSON.</summary>
    public static readonly FaultDescriptor InvalidJson =
        new("ASL1001", "invalid-json", "The text is not JSON", Severity.Error);

    /// <summary>A key stands twice in one object. JSON readers keep the last.</summary>
    public static readonly FaultDescriptor DuplicateKey =
        new("ASL1002", "duplicate-json-key", "A key stands twice in one object", Severity.Warning);

    /// <summary>The definition is JSON, but no object.</summary>
    public static readonly FaultDescriptor NotAnObject =
        new("ASL1003", "not-an-object", "The definition is not a JSON object", Severity.Error);

    /// <summary>Objects and arrays stand too deep in each other.</summary>
    public static readonly FaultDescriptor TooDeeplyNested =
        new("ASL1004", "too-deeply-nested", "Objects and arrays are nested too deeply", Severity.Error);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } = [InvalidJson, DuplicateKey, NotAnObject, TooDeeplyNested];
}
