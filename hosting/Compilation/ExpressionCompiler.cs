using System.Globalization;
using Compiled.Generator;
using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Compilation;

/// <summary>Compiles JSONata expressions that arrive at run time, as <see cref="DefinitionCompiler"/> does definitions.</summary>
public static class ExpressionCompiler
{
    private const string Namespace = "Compiled.Definitions";

    private const string EntryType =
        "global::System.Func<global::Compiled.Values.JsonValue, global::Compiled.Values.JsonValue[], global::Compiled.Jsonata.Evaluation, global::Compiled.Values.JsonValue>";

    /// <summary>Compiles one expression. Errors are in the result; nothing is thrown for them.</summary>
    public static RunnableExpression Compile(ExpressionSource source, CancellationToken cancellationToken = default) =>
        CompileAll([source], cancellationToken)[0];

    /// <summary>Compiles many expressions into one assembly, which costs far less than one by one. Results are in the order given.</summary>
    public static IReadOnlyList<RunnableExpression> CompileAll(IReadOnlyList<ExpressionSource> sources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        Emission[] emissions = new Emission[sources.Count];
        Parallel.For(0, sources.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => emissions[i] = Emit(sources[i], i));
        EmittedFile[] files = [.. emissions.Where(static emission => emission.Expression.Errors.Count == 0).Select(static emission => emission.File)];
        AssemblyBuild build = AssemblyBuild.Of(files, EntryType, findsWarnings: true, cancellationToken);
        Func<JsonValue, JsonValue[], Evaluation, JsonValue>?[] entries = build.Load<Func<JsonValue, JsonValue[], Evaluation, JsonValue>>();
        return [.. emissions.Select(emission => new RunnableExpression(
            emission.Source, emission.Expression, build.Messages(emission.File.ClassName),
            emission.File.Number < entries.Length ? entries[emission.File.Number] : null))];
    }

    private sealed record Emission(ExpressionSource Source, CompiledExpression Expression, EmittedFile File);

    private static Emission Emit(ExpressionSource source, int number)
    {
        string className = "Expression" + number.ToString(CultureInfo.InvariantCulture);
        CompiledExpression compiled = JsonataCompiler.Compile(
            source.Text, new JsonataCompilerOptions { Namespace = Namespace, ClassName = className, Variables = source.Variables });
        string variables = string.Concat(Enumerable.Range(0, source.Variables.Count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"variables[{i}], ")));
        return new Emission(source, compiled, new EmittedFile(
            number, Namespace, className, compiled.Code,
            $"static (input, variables, evaluation) => global::{Namespace}.{className}.Evaluate(input, {variables}evaluation)"));
    }
}
