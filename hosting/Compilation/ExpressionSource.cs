namespace Compiled.Compilation;

/// <summary>A JSONata expression to compile.</summary>
/// <param name="Text">The expression, without <c>{%</c> and <c>%}</c>.</param>
/// <param name="Variables">The names, without <c>$</c>, of the variables that are bound before it is evaluated.</param>
public sealed record ExpressionSource(string Text, IReadOnlyList<string> Variables);
