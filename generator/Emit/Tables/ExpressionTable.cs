using System;
using System.Collections.Generic;

namespace Compiled.Generator.Emit.Tables;

/// <summary>
/// The JSONata expressions of a machine: a static method each, in a class <c>Expression</c> that is the same for executions with and
/// without a history, and what errors call them, in a class <c>Fields</c>.
/// </summary>
internal sealed class ExpressionTable
{
    private readonly List<Action<CodeWriter>> _methods = [];
    private readonly List<(string Name, string Expression, string Field)> _fields = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Action<CodeWriter>> _others = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds an expression; the same name reads its place, <c>Fields.Name</c>. A flow that runs in place is written a second time, with the
    /// same expressions.
    /// </summary>
    /// <param name="name">The name of the method.</param>
    /// <param name="expression">The expression as messages quote it.</param>
    /// <param name="field">The place of the field.</param>
    /// <param name="write">Writes the method; null for a constant, which needs none.</param>
    public void Add(string name, string expression, string field, Action<CodeWriter>? write)
    {
        if (!_names.Add(name))
            return;
        _fields.Add((name, expression, field));
        if (write is not null)
            _methods.Add(write);
    }

    /// <summary>Sets a method that evaluates an expression in another way.</summary>
    public void SetMethod(string name, Action<CodeWriter> write) => _others[name] = write;

    /// <summary>Writes the methods, in a part of the frames' namespace of their own.</summary>
    public void Write(CodeWriter code, string frames)
    {
        if (_methods.Count == 0)
            return;
        code.Line().Open($"namespace {frames}");
        code.Line("using Compiled.Jsonata;");
        code.Line("using Compiled.Values;");
        code.Line().Line("/// <summary>The JSONata expressions. A missing value is JSONata's undefined.</summary>");
        code.Open("file static class Expression");
        foreach (Action<CodeWriter> write in _methods)
            write(code);
        foreach (Action<CodeWriter> write in _others.Values)
            write(code);
        code.Close();
        code.Close();
    }

    /// <summary>Writes what errors call the expressions.</summary>
    public void WriteFields(CodeWriter code)
    {
        if (_fields.Count == 0)
            return;
        code.Line().Line("/// <summary>The expressions as errors name them.</summary>");
        code.Open("file static class Fields");
        foreach ((string name, string expression, string field) in _fields)
            code.Line($"public static readonly QueryField {name} = new({CSharp.Text(expression)}, {CSharp.Text(field)});");
        code.Close();
    }
}
