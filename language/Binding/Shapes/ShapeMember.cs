namespace Compiled.Language.Binding;

/// <summary>A member of an object as far as it is known.</summary>
public sealed class ShapeMember : IEquatable<ShapeMember>
{
    /// <summary>Makes a member; one of a shape that may be missing is a member that may not be there.</summary>
    public ShapeMember(string name, Shape shape)
    {
        Name = name;
        Shape = shape;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The value; one that may be missing stands for a member that may not be there.</summary>
    public Shape Shape { get; }

    /// <inheritdoc/>
    public bool Equals(ShapeMember? other) => other is not null && Name == other.Name && Shape.Equals(other.Shape);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ShapeMember);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
