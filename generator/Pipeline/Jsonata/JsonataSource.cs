namespace Compiled.Generator.Pipeline;

/// <summary>The two files of one method marked <c>[Jsonata]</c>.</summary>
/// <param name="HintName">The name of the method's part of its class, unique in the project.</param>
/// <param name="Code">Its text.</param>
/// <param name="ExpressionHintName">The name of the file with the compiled expression.</param>
/// <param name="ExpressionCode">Its text; null where the expression does not compile.</param>
internal sealed record JsonataSource(string HintName, string Code, string ExpressionHintName, string? ExpressionCode);
