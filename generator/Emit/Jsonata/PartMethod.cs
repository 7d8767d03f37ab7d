using System.Collections.Generic;
using System.Linq;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>A method of a workflow that evaluates an expression or a part of one: <c>public static JsonValue name(JsonValue p1, ..., Evaluation evaluation)</c>.</summary>
/// <param name="name">The method's name.</param>
/// <param name="text">What it evaluates.</param>
/// <param name="form">What it gives: of a <see cref="Form.Boolean"/> the <c>bool</c>, of a <see cref="Form.Number"/> the value, which is missing or a number.</param>
/// <param name="parameters">Its parameters.</param>
/// <param name="isEvaluated">Whether it takes what evaluates: arithmetic, comparisons and the like need none.</param>
/// <param name="lines">Its statements.</param>
internal sealed class PartMethod(string name, string text, Form form, IReadOnlyList<string> parameters, bool isEvaluated, Lines lines)
{
    /// <summary>The parameter that evaluates.</summary>
    public const string Evaluation = "evaluation";

    /// <summary>What it gives.</summary>
    public Form Form { get; } = form;

    /// <summary>Whether it takes what evaluates.</summary>
    public bool IsEvaluated { get; } = isEvaluated;

    /// <summary>The C# expression that calls it.</summary>
    public string Call(IEnumerable<string> values) => $"Expression.{name}({string.Join(", ", IsEvaluated ? values.Append(Evaluation) : values)})";

    public void Write(CodeWriter code)
    {
        IEnumerable<string> declared = parameters.Select(parameter => "JsonValue " + parameter);
        code.Line().Comment(text);
        code.Open($"public static {(Form == Form.Boolean ? "bool" : "JsonValue")} {name}({string.Join(", ", IsEvaluated ? declared.Append("Evaluation " + Evaluation) : declared)})");
        lines.WriteTo(code);
        code.Close();
    }
}
