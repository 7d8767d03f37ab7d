using System.Collections.Generic;

namespace Compiled.Generator.Emit.Tables;

/// <summary>The constant values of a machine: parsed once, in a nested class <c>Literals</c>.</summary>
internal sealed class LiteralTable
{
    private readonly Dictionary<string, string> _byText = new();
    private readonly List<(string Name, string Json)> _rows = [];

    /// <summary>The C# expression that reads the value of a JSON text.</summary>
    public string Of(string json)
    {
        switch (json)
        {
            case "null": return "JsonValue.Null";
            case "true": return "JsonValue.True";
            case "false": return "JsonValue.False";
            case "{}": return "JsonValue.EmptyObject";
            case "[]": return "JsonValue.EmptyArray";
        }
        // A whole number needs no text to be kept: it prints as it is written.
        if (json.Length <= 15 && long.TryParse(json, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out long whole)
            && CSharp.Number(whole) == json)
            return $"JsonValue.Number({json}L)";
        return Read(json);
    }

    /// <summary>The C# expression that reads the value of a JSON text that was parsed, whatever it is: for what is written again and again.</summary>
    public string Read(string json)
    {
        if (!_byText.TryGetValue(json, out string? name))
        {
            name = "Literals.Value" + (_rows.Count + 1);
            _byText.Add(json, name);
            _rows.Add((name.Substring("Literals.".Length), json));
        }
        return name;
    }

    public void Write(CodeWriter code)
    {
        if (_rows.Count == 0)
            return;
        code.Line().Line("/// <summary>The constants of the definition.</summary>");
        code.Open("file static class Literals");
        foreach ((string name, string json) in _rows)
            code.Line($"public static readonly JsonValue {name} = JsonValue.Parse({CSharp.Text(json)});");
        code.Close();
    }
}
