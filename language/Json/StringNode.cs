namespace Compiled.Language.Json;

/// <summary>A JSON string.</summary>
public sealed class StringNode : JsonNode
{
    // Offsets of each decoded character and of the closing quote; null where the string has no escapes.
    private readonly int[]? _offsets;

    internal StringNode(string value, TextSpan span, int[]? offsets = null)
        : base(span)
    {
        Value = value;
        _offsets = offsets;
    }

    /// <summary>The string, escapes resolved.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string KindName => "a string";

    /// <summary>
    /// The offset in the definition's text of the character of <see cref="Value"/> at that index, so that a fault inside an
    /// expression lands on the right character. An index at or past the end gives the offset of the closing quote.
    /// </summary>
    public int SourceOffset(int charIndexInValue)
    {
        int index = Math.Max(0, Math.Min(charIndexInValue, Value.Length));
        return _offsets is null ? Span.Start + 1 + index : _offsets[index];
    }

    /// <summary>The span in the text of a part of <see cref="Value"/>.</summary>
    public TextSpan SourceSpan(int start, int length) =>
        TextSpan.FromBounds(SourceOffset(start), SourceOffset(start + Math.Max(0, length)));
}
