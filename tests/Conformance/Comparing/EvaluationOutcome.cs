using Compiled.Values;

namespace Conformance.Comparing;

/// <summary>What an expression came to: a value (missing for none), or an error.</summary>
/// <param name="Value">The value, where there is no error.</param>
/// <param name="Code">The error's code; null when there is a value.</param>
/// <param name="Message">The error's text.</param>
public sealed record EvaluationOutcome(JsonValue Value, string? Code = null, string Message = "");
