namespace Compiled.Execution;

/// <summary>What <c>$$.Map.Item</c> tells of an item of a distributed Map besides its index and value. FEATURES L-095.</summary>
/// <param name="Key">The name of the member that the item is the value of; null for the items of an array.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record ItemOrigin(string? Key, string Source);
