namespace Compiled.Language.Json;

/// <summary>A key of an object and its value.</summary>
public sealed class JsonMember
{
    internal JsonMember(string name, TextSpan nameSpan, JsonNode value)
    {
        Name = name;
        NameSpan = nameSpan;
        Value = value;
    }

    /// <summary>The key, escapes resolved.</summary>
    public string Name { get; }

    /// <summary>Where the key stands, quotes included.</summary>
    public TextSpan NameSpan { get; }

    /// <summary>The value.</summary>
    public JsonNode Value { get; }

    /// <summary>From the key to the end of the value.</summary>
    public TextSpan Span => TextSpan.FromBounds(NameSpan.Start, Math.Max(NameSpan.End, Value.Span.End));

    /// <summary>The pointer of the value.</summary>
    public string Pointer => Value.Pointer;
}
