namespace Compiled.Language.Definition;

/// <summary>A row of the <see cref="FieldTable"/>: one field, where it may stand and what it may hold.</summary>
internal sealed class Field(string name, Place places, FieldKind kind)
{
    /// <summary>The name as the specification spells it.</summary>
    public string Name { get; } = name;

    /// <summary>Where it may stand. A name has several rows where its meaning differs from place to place.</summary>
    public Place Places { get; } = places;

    /// <summary>What it holds.</summary>
    public FieldKind Kind { get; } = kind;

    /// <summary>Whether it is known in JSONPath states.</summary>
    public bool InJsonPath { get; private set; } = true;

    /// <summary>Whether it is known in JSONata states.</summary>
    public bool InJsonata { get; private set; } = true;

    /// <summary>Whether a JSONata state may give an expression in place of the value.</summary>
    public bool TakesExpression { get; private set; }

    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>The least number allowed.</summary>
    public double Minimum { get; private set; } = double.MinValue;

    /// <summary>The greatest number allowed.</summary>
    public double Maximum { get; private set; } = double.MaxValue;

    /// <summary>The strings allowed.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    public Field JsonPathOnly()
    {
        InJsonata = false;
        return this;
    }

    public Field JsonataOnly()
    {
        InJsonPath = false;
        return this;
    }

    public Field OrExpression()
    {
        TakesExpression = true;
        return this;
    }

    public Field Required()
    {
        IsRequired = true;
        return this;
    }

    public Field Between(double minimum, double maximum = double.MaxValue)
    {
        Minimum = minimum;
        Maximum = maximum;
        return this;
    }

    public Field OneOf(params string[] words)
    {
        Words = words;
        return this;
    }
}
