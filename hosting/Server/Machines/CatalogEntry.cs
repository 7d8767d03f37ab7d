namespace Compiled.Server.Machines;

/// <summary>A row of the catalog.</summary>
/// <param name="Arn">The ARN of what it tells of.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Json">What is kept of it; null to delete it.</param>
internal sealed record CatalogEntry(string Arn, CatalogKind Kind, byte[]? Json);
