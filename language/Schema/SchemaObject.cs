using System.Globalization;
using Compiled.Language.Json;

namespace Compiled.Language.Schema;

/// <summary>One object of the schema while it is being made: members in the order in which they were added.</summary>
internal sealed class SchemaObject
{
    private readonly List<(string Name, object Value)> _members = [];

    /// <summary>The members; a value is a <see cref="SchemaObject"/>, a list of objects and texts, or a text of JSON.</summary>
    public IReadOnlyList<(string Name, object Value)> Members => _members;

    /// <summary>Adds an object.</summary>
    public SchemaObject With(string name, SchemaObject value) => Add(name, value);

    /// <summary>Adds a string.</summary>
    public SchemaObject With(string name, string value) => Add(name, JsonText.Quote(value));

    /// <summary>Adds a number.</summary>
    public SchemaObject With(string name, double value) => Add(name, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Adds true or false.</summary>
    public SchemaObject With(string name, bool value) => Add(name, value ? "true" : "false");

    /// <summary>Adds an array of objects.</summary>
    public SchemaObject WithAll(string name, IEnumerable<SchemaObject> items) => Add(name, items.Cast<object>().ToArray());

    /// <summary>Adds an array of strings.</summary>
    public SchemaObject WithAll(string name, IEnumerable<string> items) => WithJson(name, items.Select(JsonText.Quote));

    /// <summary>Adds an array of values that are JSON texts.</summary>
    public SchemaObject WithJson(string name, IEnumerable<string> items) => Add(name, items.Cast<object>().ToArray());

    /// <summary>Adds a value that is a JSON text.</summary>
    public SchemaObject WithJson(string name, string json) => Add(name, json);

    private SchemaObject Add(string name, object value)
    {
        _members.Add((name, value));
        return this;
    }
}
