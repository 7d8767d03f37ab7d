namespace Compiled.WebConsole;

/// <summary>A published version of a machine.</summary>
/// <param name="Arn">Its ARN; the number stands after the last colon.</param>
/// <param name="Created">When it was published.</param>
/// <param name="Description">What its publisher wrote; null for nothing.</param>
public sealed record ConsoleVersion(string Arn, DateTimeOffset Created, string? Description);
