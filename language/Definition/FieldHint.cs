namespace Compiled.Language.Definition;

/// <summary>A row of <see cref="FieldHints"/>: what helps to write one field.</summary>
internal sealed class FieldHint(string name, Place places)
{
    /// <summary>The field.</summary>
    public string Name { get; } = name;

    /// <summary>Where the hint holds.</summary>
    public Place Places { get; } = places;

    /// <summary>What holds where the field is absent, as JSON text; null where there is no one value.</summary>
    public string? Default { get; private set; }

    /// <summary>The field to write in its place; null where it is not out of date.</summary>
    public string? Successor { get; private set; }

    /// <summary>Values one may start from, in JSONPath states and JSONata states alike, as JSON texts.</summary>
    public IReadOnlyList<string> Examples { get; private set; } = [];

    public FieldHint Otherwise(string json)
    {
        Default = json;
        return this;
    }

    public FieldHint ReplacedBy(string field)
    {
        Successor = field;
        return this;
    }

    public FieldHint Such(params string[] examples)
    {
        Examples = examples;
        return this;
    }
}
