using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The body of a function that emitted code makes.</summary>
/// <param name="arguments">The arguments, as many as there are; see <see cref="ArgumentList"/>.</param>
/// <param name="evaluation">The evaluation.</param>
public delegate JsonValue LambdaBody(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation);
