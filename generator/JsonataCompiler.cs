using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit;
using Compiled.Generator.Emit.Jsonata;
using Compiled.Generator.Pipeline;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator;

/// <summary>
/// Compiles a JSONata expression that stands alone to a C# class. Pure: the same text and options give the same code, byte for byte.
/// </summary>
public static class JsonataCompiler
{
    /// <summary>
    /// The C# of one expression: a static class with <c>public static JsonValue Evaluate(JsonValue input, JsonValue a, ..., Evaluation evaluation)</c>.
    /// A missing value is JSONata's undefined; what fails throws a <c>JsonataException</c>.
    /// </summary>
    public static CompiledExpression Compile(string text, JsonataCompilerOptions options)
    {
        JsonataExpression expression = JsonataParser.Parse(text);
        if (expression.Root is null)
            return new CompiledExpression("", [.. expression.Errors.Select(JsonataCompileError.Of)]);
        return new CompiledExpression(Write(expression, options), []);
    }

    private const string Generated = "Compiled.Generated.";

    private static string Write(JsonataExpression expression, JsonataCompilerOptions options)
    {
        var code = new CodeWriter();
        var tables = new MachineTables();
        FileHeader.Write(code);
        JsonataVariable[] bindings = [.. options.Variables.Select((variable, i) => new JsonataVariable(variable, "variable" + (i + 1)))];
        string given = string.Concat(bindings.Select(binding => binding.Name + ", "));
        string parameters = string.Concat(bindings.Select(binding => $"global::Compiled.Values.JsonValue {binding.Name}, "));
        // A class that is emitted for our own code stands where no name of the user's can be in the way already.
        string inner = options.Namespace.StartsWith(Generated, StringComparison.Ordinal)
            ? options.Namespace
            : Generated + CSharpNames.Pascal((options.Namespace + "." + options.ClassName).Replace('.', '_'));
        if (options.Namespace.Length > 0)
            code.Open($"namespace {options.Namespace}");
        code.Line($"/// <summary>The expression <c>{ClassHeader.Xml(CodeWriter.OneLine(expression.Text, 400))}</c>.</summary>");
        code.Open($"{options.Accessibility} static class {options.ClassName}");
        code.Line("/// <summary>Evaluates the expression. A missing value stands for JSONata's undefined.</summary>");
        code.Line($"public static global::Compiled.Values.JsonValue {options.MethodName}(global::Compiled.Values.JsonValue input, {parameters}global::Compiled.Jsonata.Evaluation evaluation) =>");
        code.Indent().Line($"global::{inner}.Expression.Evaluate(input, {given}evaluation);").Outdent();
        code.Close();
        if (options.Namespace.Length > 0)
            code.Close();
        code.Line().Open($"namespace {inner}");
        code.Line("using Compiled.Jsonata;");
        code.Line("using Compiled.Values;");
        code.Line().Line("/// <summary>The expression, compiled.</summary>");
        code.Open("file static class Expression");
        new JsonataEmitter(tables, JsonataDialect.Standard).Method(code, "Evaluate", expression, bindings, "input", "public static");
        code.Close();
        tables.Write(code);
        code.Close();
        return code.ToString();
    }
}
