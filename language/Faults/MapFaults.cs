namespace Compiled.Language.Faults;

/// <summary>Faults of Map states: ASL2401 to ASL2429.</summary>
public static class MapFaults
{
    /// <summary>A Label that is empty, longer than 40 characters, or has a forbidden character.</summary>
    public static readonly FaultDescriptor BadLabel =
        new("ASL2401", "bad-label", "The Label is not allowed", Severity.Error);

    /// <summary>Two Map states with one Label.</summary>
    public static readonly FaultDescriptor DuplicateLabel =
        new("ASL2402", "duplicate-label", "Two Map states have one Label", Severity.Error);

    /// <summary>A field of distributed Maps in an inline one.</summary>
    public static readonly FaultDescriptor DistributedOnlyField =
        new("ASL2404", "distributed-only-field", "The field counts in distributed Maps only", Severity.Warning);

    /// <summary>Items of a Map that are known to be no array.</summary>
    public static readonly FaultDescriptor ItemsNotArray =
        new("ASL2403", "items-not-array", "The items are known to be no array", Severity.Warning);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        BadLabel,
        DuplicateLabel,
        DistributedOnlyField,
        ItemsNotArray,
    ];
}
