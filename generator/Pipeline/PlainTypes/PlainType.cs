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

    /// <summary>Whether it is a class.</summary>
    public bool IsObject => Kind == PlainKind.Object;
}
