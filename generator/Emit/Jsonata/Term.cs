using System;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>A C# expression for a part of a JSONata expression.</summary>
/// <param name="Text">The C#.</param>
/// <param name="Form">Its C# type.</param>
/// <param name="Kinds">What the value can be.</param>
internal sealed record Term(string Text, Form Form, Kinds Kinds)
{
    /// <summary>The value that is missing.</summary>
    public static readonly Term Missing = new("default(JsonValue)", Form.Value, Kinds.Missing) { IsStable = true };

    /// <summary>Whether the text may be read later and more than once: a local that never changes, or a constant.</summary>
    public bool IsStable { get; init; }

    /// <summary>Whether the value may be a sequence of none or one that has not collapsed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The text of arithmetic that does not check its result; null for anything else.</summary>
    public string? Unchecked { get; init; }

    /// <summary>The context and the name of a path that is one name; null for anything else.</summary>
    public string? OneName { get; init; }

    /// <summary>How deep the text nests.</summary>
    public int Depth { get; init; }

    public bool IsMissable => (Kinds & Kinds.Missing) != 0;

    public bool IsOnly(Kinds kinds) => (Kinds & ~kinds) == 0;

    public static Term Value(string text, Kinds kinds, params Term[] parts) => new(text, Form.Value, kinds) { Depth = DepthOver(parts) };

    public static Term Number(string text, Kinds kinds, params Term[] parts) => new(text, Form.Number, kinds) { Depth = DepthOver(parts) };

    public static Term Boolean(string text, params Term[] parts) => new(text, Form.Boolean, Kinds.Boolean) { Depth = DepthOver(parts) };

    /// <summary>The path that is one name, or several.</summary>
    public static Term Get(Term context, string keys)
    {
        string arguments = $"{context.AsValue()}, {keys}";
        return Value($"Paths.Get({arguments})", Kinds.Any, context) with { OneName = keys.IndexOf(',') < 0 ? arguments : null };
    }

    /// <summary>A local that never changes.</summary>
    public static Term Local(string name, Form form, Kinds kinds) => new(name, form, kinds) { IsStable = true };

    /// <summary>The text as a <c>JsonValue</c>.</summary>
    public string AsValue() => Form switch
    {
        Form.Number when IsMissable => $"Numbers.Value({Text})",
        Form.Number => $"JsonValue.Number({Text})",
        Form.Boolean => Text is "true" ? "JsonValue.True" : Text is "false" ? "JsonValue.False" : $"JsonValue.Boolean({Text})",
        _ => Text,
    };

    /// <summary>The text as a <c>JsonValue</c> for what takes a number.</summary>
    public string AsOperand() => OneName is null ? AsValue() : $"Paths.Number({OneName})";

    /// <summary>The text as a <c>JsonValue</c> that becomes a string, for which JSONata has an error of its own where a number is out of range.</summary>
    public string AsPrinted() => Unchecked is null ? AsValue() : $"Numbers.Printed({Unchecked})";

    /// <summary>The text as a <c>bool</c>: whether the value counts as true.</summary>
    public string AsTruth() => Form switch
    {
        Form.Boolean => Text,
        Form.Value when IsOnly(Kinds.Missing) => "false",
        Form.Value when IsOnly(Kinds.Boolean | Kinds.Missing) => $"{Text}.IsTrue",
        _ => $"Truth.Of({Text})",
    };

    /// <summary>The same value in the form of a <c>JsonValue</c>.</summary>
    public Term ToValue() => Form == Form.Value ? this : this with { Text = AsValue(), Form = Form.Value };

    private static int DepthOver(Term[] parts)
    {
        int depth = 0;
        foreach (Term part in parts)
            depth = Math.Max(depth, part.Depth);
        return depth + 1;
    }
}
