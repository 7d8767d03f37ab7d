namespace Compiled.WebConsole;

/// <summary>What a person wrote to create an alias or to change one.</summary>
/// <param name="Description">What it is for; null for nothing.</param>
/// <param name="Routes">One or two versions, by ARN, with the share of starts in per cent that goes to each.</param>
public sealed record ConsoleAliasDraft(string? Description, IReadOnlyList<KeyValuePair<string, int>> Routes);
