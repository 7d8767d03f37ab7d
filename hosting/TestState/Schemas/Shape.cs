namespace Compiled.TestState.Schemas;

/// <summary>The shape of a value in a service's response.</summary>
internal sealed record Shape(ShapeKind Kind)
{
    /// <summary>The least value of a number, or the least length of a string; null for none.</summary>
    public double? Least { get; init; }

    /// <summary>The greatest value of a number, or the greatest length of a string; null for none.</summary>
    public double? Most { get; init; }

    /// <summary>The values that a string may have; empty for any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The shape of a list's items or of a map's values.</summary>
    public Shape? Item { get; init; }

    /// <summary>The members of a structure, in the service's order.</summary>
    public IReadOnlyList<ShapeMember> Members { get; init; } = [];

    /// <summary>The name of a shape that stands elsewhere.</summary>
    public string Name { get; init; } = "";
}
