namespace Compiled.Generator.Pipeline;

/// <summary>A property of a <see cref="PlainType"/>.</summary>
/// <param name="Property">Its name in C#.</param>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Type">Its type.</param>
/// <param name="InConstructor">Whether the constructor takes it; otherwise it is set.</param>
public sealed record PlainMember(string Property, string JsonName, PlainType Type, bool InConstructor)
{
    /// <summary>Whether JSON must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is set only while the object is made.</summary>
    public bool IsInitOnly { get; init; }

    /// <summary>Whether it is set when the object is made and JSON must have it, since nothing else says what it is then.</summary>
    public bool IsNeeded { get; init; }
}
