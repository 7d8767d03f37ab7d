namespace Compiled.Generator.Pipeline;

/// <summary>
/// A type of the user's that System.Text.Json reads and writes by nothing but its default rules, as text: a value such as <c>string</c>, a
/// list of such types, or a class of members of such types.
/// </summary>
/// <param name="Name">Its name in code, fully qualified.</param>
/// <param name="Kind">What it is.</param>
public sealed record PlainType(string Name, PlainKind Kind)
{
    /// <summary>What a list or array holds.</summary>
    public PlainType? Item { get; init; }

    /// <summary>The members of a class: those of its constructor in the constructor's order, then those that are set.</summary>
    public EquatableArray<PlainMember> Members { get; init; }

    /// <summary>The members of a class in the order in which they are written.</summary>
    public EquatableArray<PlainMember> Written { get; init; }

    /// <summary>
    /// Whether an object of it, and all that it holds, is nothing but its members: then one made of the same members is as good, and nobody's code runs when it is made or read.
    /// </summary>
    public bool IsTransparent { get; init; } = true;

    /// <summary>Whether nobody can change an object of it, or what it holds, once it is made.</summary>
    public bool IsImmutable { get; init; } = true;

    /// <summary>Whether who is handed an object of it can't change it; who made it may, as that of a list behind <c>IReadOnlyList&lt;T&gt;</c>.</summary>
    public bool IsReadOnly { get; init; } = true;

    /// <summary>Whether it is a class.</summary>
    public bool IsObject => Kind == PlainKind.Object;
}
