namespace Compiled.Language.Json;

/// <summary>A piece of the definition's text, in UTF-16 characters counted from its beginning.</summary>
public readonly struct TextSpan(int start, int length) : IEquatable<TextSpan>
{
    /// <summary>The offset of the first character.</summary>
    public int Start { get; } = start;

    /// <summary>The number of characters; 0 for a place between two characters.</summary>
    public int Length { get; } = length;

    /// <summary>The offset after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <inheritdoc/>
    public bool Equals(TextSpan other) => Start == other.Start && Length == other.Length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Start * 397) ^ Length;

    /// <summary>For debugging: <c>[start..end)</c>.</summary>
    public override string ToString() => $"[{Start}..{End})";

    /// <summary>Whether both cover the same characters.</summary>
    public static bool operator ==(TextSpan left, TextSpan right) => left.Equals(right);

    /// <summary>Whether they cover different characters.</summary>
    public static bool operator !=(TextSpan left, TextSpan right) => !left.Equals(right);
}
