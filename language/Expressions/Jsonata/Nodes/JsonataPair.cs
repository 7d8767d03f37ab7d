namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A key and a value of an object constructor or a grouping.</summary>
public sealed class JsonataPair
{
    internal JsonataPair(JsonataNode key, JsonataNode value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The expression that gives the key, which must be a string.</summary>
    public JsonataNode Key { get; }

    /// <summary>The expression that gives the value; where that is undefined the key is left out.</summary>
    public JsonataNode Value { get; }
}
