using System.Text.Json;

namespace Compiled.Durable;

/// <summary>A page of a history.</summary>
/// <param name="Events">The events in AWS's JSON form.</param>
/// <param name="NextToken">What asks for the next page; null when this is the last.</param>
public sealed record HistoryPage(IReadOnlyList<JsonElement> Events, string? NextToken);
