using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Jsonata;
using Compiled.Language.Expressions.Jsonata;

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

    /// <summary>The C# expression that reads a regular expression of JSONata, compiled once.</summary>
    public string JsonataRegex(string pattern, string flags) =>
        Add("JsonataRegex", "Regex", $"/{pattern}/{flags}", $"new({CSharp.Text(pattern)}, {CSharp.Text(flags)})");

    /// <summary>The C# expression that reads the signature of a JSONata function.</summary>
    public string Signature(JsonataSignature signature) =>
        Add("Signature", "Signature", signature.Text, $"new({string.Join(", ", signature.Parameters.Select(Parameter))})");

    /// <summary>The C# expression that reads a built-in function of JSONata as a value.</summary>
    public string BuiltIn(JsonataBuiltIn function)
    {
        string arguments = function.Signature.Parameters.Any(parameter => parameter.IsRepeated)
            ? "arguments"
            : string.Join(", ", Enumerable.Range(0, function.Signature.Parameters.Count).Select(i => $"arguments.At({i})"));
        if (function.TakesEvaluation)
            arguments += arguments.Length == 0 ? "evaluation" : ", evaluation";
        string signature = Signature(function.Signature).Substring("Queries.".Length);
        return Add("BuiltIn", "Function", "$" + function.Name,
            $"new({CSharp.Text(function.Name)}, {BuiltInCall.Arity(function)}, {signature}, static (arguments, evaluation) => JsonataFunctions.{function.Method}({arguments}))");
    }

    private static string Parameter(JsonataParameter parameter) =>
        $"new SignatureParameter({CSharp.Text(parameter.Accepts)}, {CSharp.Text((parameter.TakesContext ? "-" : "") + (parameter.IsOptional ? "?" : "") + (parameter.IsRepeated ? "+" : ""))}, "
        + $"{CSharp.Bool(parameter.IsArray)}, {CSharp.Text(parameter.Subtype)})";

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
        code.Line().Line("/// <summary>The paths with wildcards, slices, filters or functions, and the functions and regular expressions of JSONata.</summary>");
        code.Open("file static class Queries");
        foreach ((string type, string name, string comment, string body) in _rows)
            code.Comment(comment).Line($"public static readonly {type} {name} = {body};");
        code.Close();
    }
}
