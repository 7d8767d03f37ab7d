using System.Collections.Generic;

namespace Compiled.Generator.Emit.Tables;

/// <summary>The paths that are more than names and indexes: one query each, in a nested class <c>Queries</c>.</summary>
internal sealed class QueryTable
{
    private readonly Dictionary<string, string> _byBody = new();
    private readonly List<(string Type, string Name, string Comment, string Body)> _rows = [];

    /// <summary>The C# expression that reads the query with these steps.</summary>
    public string Of(string text, string steps) => Add("PathQuery", "Path", text, $"new({steps})");

    /// <summary>The C# expression that reads a regular expression, compiled once.</summary>
    public string Regex(string pattern, string flags) =>
        Add("global::System.Text.RegularExpressions.Regex", "Pattern", pattern, $"FilterPattern.Of({CSharp.Text(pattern)}, {CSharp.Text(flags)})");

    /// <summary>The C# expression that reads an array of path parts, for a ResultPath of several levels.</summary>
    public string Parts(string text, string parts) => Add("PathPart[]", "Target", text, $"[{parts}]");

    private string Add(string type, string prefix, string text, string body)
    {
        string row = type + body;
        if (!_byBody.TryGetValue(row, out string? name))
        {
            name = prefix + (_rows.Count + 1);
            _byBody.Add(row, name);
            _rows.Add((type, name, text, body));
        }
        return "Queries." + name;
    }

    public void Write(CodeWriter code)
    {
        if (_rows.Count == 0)
            return;
        code.Line().Line("/// <summary>The paths with wildcards, slices, filters or functions.</summary>");
        code.Open("file static class Queries");
        foreach ((string type, string name, string comment, string body) in _rows)
            code.Comment(comment).Line($"public static readonly {type} {name} = {body};");
        code.Close();
    }
}
