namespace Compiled.Generator.Emit.Jsonata;

/// <summary>A parameter of an emitted method that a variable of the expression is.</summary>
/// <param name="Variable">
/// The variable without its <c>$</c>: <c>order</c>; or a member of one, <c>states.input</c>, so that the whole (<c>$states</c>) is built only
/// where it is read whole.
/// </param>
/// <param name="Name">The C# parameter.</param>
internal sealed record JsonataVariable(string Variable, string Name);
