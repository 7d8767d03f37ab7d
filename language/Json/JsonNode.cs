using System.Text;

namespace Compiled.Language.Json;

/// <summary>A value of the definition, with its place in the text. Immutable once the reader has returned it.</summary>
public abstract class JsonNode
{
    private string _segment = "";

    private protected JsonNode(TextSpan span) => Span = span;

    /// <summary>Where the value stands, quotes and brackets included. Zero length where a value is missing in faulty text.</summary>
    public TextSpan Span { get; }

    /// <summary>The object or array that holds this value; null for the root and for a literal inside an expression.</summary>
    public JsonNode? Parent { get; private set; }

    /// <summary>What the value is, in the words of a message: <c>a string</c>, <c>an object</c>, <c>null</c>.</summary>
    public abstract string KindName { get; }

    /// <summary>
    /// The place in the tree as a JSON pointer (RFC 6901), such as <c>/States/A/Choices/0/Next</c>; empty for the root.
    /// </summary>
    public string Pointer
    {
        get
        {
            if (Parent is null)
                return "";
            var segments = new Stack<string>();
            for (JsonNode node = this; node.Parent is not null; node = node.Parent)
                segments.Push(node._segment);
            var pointer = new StringBuilder();
            foreach (string segment in segments)
                pointer.Append('/').Append(JsonPointer.Escape(segment));
            return pointer.ToString();
        }
    }

    /// <summary>
    /// The value as JSON text without blanks. Numbers keep their text; of a key that stands twice the last value is kept.
    /// </summary>
    public string ToCompactJson()
    {
        var text = new StringBuilder();
        JsonText.Append(text, this);
        return text.ToString();
    }

    /// <summary>The compact JSON text.</summary>
    public override string ToString() => ToCompactJson();

    internal void Attach(JsonNode parent, string segment)
    {
        Parent = parent;
        _segment = segment;
    }
}
