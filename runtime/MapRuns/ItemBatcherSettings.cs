using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>How a Map Run groups its items: the evaluated <c>ItemBatcher</c>. FEATURES L-312.</summary>
public sealed record ItemBatcherSettings
{
    /// <summary>How many items a batch has at most; 0 for no limit.</summary>
    public int MaxItems { get; init; }

    /// <summary>How many bytes of compact JSON the input of a batch has at most, from 1 to 262,144; 0 for as many as an input may have.</summary>
    public int MaxBytes { get; init; }

    /// <summary>What every batch is given besides its items; missing for nothing.</summary>
    public JsonValue BatchInput { get; init; }
}
