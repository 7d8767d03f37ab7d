namespace Compiled.MapRuns.Objects;

/// <summary>A part of a list of objects.</summary>
/// <param name="Objects">The objects, in the order of their keys.</param>
/// <param name="HasMore">Whether another page follows, after the last key of this one.</param>
public sealed record ObjectPage(IReadOnlyList<ObjectSummary> Objects, bool HasMore);
