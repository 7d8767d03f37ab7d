using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Definition;

/// <summary>The fields of one object that are well formed, read; what is not has been reported and reads as absent.</summary>
internal sealed class FieldSet(ObjectNode node, Place place)
{
    // What is written, in the order of the text, with its value where that is well formed. An object has a handful of fields, which are compared one by one.
    private readonly List<(string Name, object? Value)> _fields = new(node.Members.Count);

    /// <summary>The object.</summary>
    public ObjectNode Node { get; } = node;

    /// <summary>What the object is.</summary>
    public Place Place { get; } = place;

    /// <summary>Whether the field is written, is allowed here and is of the right language, whatever its value.</summary>
    public bool IsWritten(string name) => Find(name) >= 0;

    /// <summary>Whether a written field was refused for its query language; what else is absent is then no fault of its own.</summary>
    public bool HasOtherLanguage { get; internal set; }

    /// <summary>A string.</summary>
    public StringNode? String(string name) => Get<StringNode>(name);

    /// <summary>The text of a string.</summary>
    public string? Text(string name) => String(name)?.Value;

    /// <summary>A number.</summary>
    public double? Number(string name) => Get<NumberNode>(name)?.Value;

    /// <summary>A number that the table bounds to integers of 32 bits.</summary>
    public int? Integer(string name) => (int?)Number(name);

    /// <summary>A boolean.</summary>
    public bool? Boolean(string name) => Get<BooleanNode>(name)?.Value;

    /// <summary>Whether the field's value is a placeholder that deployment replaces.</summary>
    public bool IsPlaceholder(string name) => Get<PlaceholderValue>(name) is not null;

    /// <summary>A path.</summary>
    public PathExpression? Path(string name) => Get<PathExpression>(name);

    /// <summary>A path or null; the default where the field is absent.</summary>
    public Binding.DataPath DataPath(string name) => Get<Binding.DataPath>(name) ?? Binding.DataPath.Default;

    /// <summary>A template.</summary>
    public Template? Template(string name) => Get<Template>(name);

    /// <summary>An expression in place of a plain value.</summary>
    public JsonataText? Expression(string name) => Get<JsonataText>(name);

    /// <summary>An object.</summary>
    public ObjectNode? Object(string name) => Get<ObjectNode>(name);

    /// <summary>An array's items; none where the field is absent.</summary>
    public IReadOnlyList<JsonNode> Items(string name) => Get<ArrayNode>(name)?.Items ?? [];

    /// <summary>The value as written.</summary>
    public JsonNode? Literal(string name) => Get<JsonNode>(name);

    /// <summary>All values read.</summary>
    public IEnumerable<object> Values => _fields.Select(read => read.Value).OfType<object>();

    /// <summary>Adds a field that is written, with its value or, where that is not well formed, null.</summary>
    internal void Add(string name, object? value) => _fields.Add((name, value));

    private int Find(string name)
    {
        for (int i = 0; i < _fields.Count; i++)
        {
            if (_fields[i].Name == name)
                return i;
        }
        return -1;
    }

    private T? Get<T>(string name)
        where T : class => Find(name) is >= 0 and var index ? _fields[index].Value as T : null;
}
