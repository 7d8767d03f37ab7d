namespace Compiled.Language.Expressions.Jsonata;

/// <summary>One term of <c>^(...)</c>.</summary>
public sealed class SortTerm
{
    internal SortTerm(JsonataNode expression, bool isDescending)
    {
        Expression = expression;
        IsDescending = isDescending;
    }

    /// <summary>What is compared, evaluated for each item: numbers or strings.</summary>
    public JsonataNode Expression { get; }

    /// <summary>Whether <c>&gt;</c> stands before it; <c>&lt;</c> and nothing mean ascending.</summary>
    public bool IsDescending { get; }
}
