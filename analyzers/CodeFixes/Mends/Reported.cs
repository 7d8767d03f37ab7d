using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>A fault as it was reported, which is all that a mend goes by.</summary>
/// <param name="Id">The id.</param>
/// <param name="Pointer">The JSON pointer of the value concerned.</param>
/// <param name="Span">The text that is wrong.</param>
/// <param name="Suggestion">What was probably meant in its place; null where nothing is near.</param>
internal sealed record Reported(string Id, string Pointer, TextSpan Span, string? Suggestion);
