namespace Compiled.WebConsole;

/// <summary>An alias of a machine.</summary>
/// <param name="Arn">Its ARN; the name stands after the last colon.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Description">What its creator wrote; null for nothing.</param>
/// <param name="Routes">The versions that it starts, by ARN, with the share of each in per cent.</param>
public sealed record ConsoleAlias(string Arn, DateTimeOffset Created, string? Description, IReadOnlyList<KeyValuePair<string, int>> Routes);
