namespace Compiled.Values;

/// <summary>Says what the 64 bits of a <see cref="JsonValue"/> without an object of its own mean.</summary>
internal sealed class Tag(JsonKind kind)
{
    public static readonly Tag Null = new(JsonKind.Null);
    public static readonly Tag False = new(JsonKind.False);
    public static readonly Tag True = new(JsonKind.True);

    /// <summary>The bits are those of a finite double.</summary>
    public static readonly Tag Double = new(JsonKind.Number);

    /// <summary>The bits are a whole number.</summary>
    public static readonly Tag Integer = new(JsonKind.Number);

    public readonly JsonKind Kind = kind;
}
