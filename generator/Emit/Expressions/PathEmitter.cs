using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Expressions;

/// <summary>Turns a path into a C# expression: names and indexes in place, everything else as a query built once.</summary>
internal sealed class PathEmitter(MachineTables tables)
{
    /// <summary>The locals that hold members of <c>data</c> by name, while it is kept in them; null while it is whole.</summary>
    public IReadOnlyDictionary<string, string>? Members { get; set; }

    /// <summary>An expression that gives the path's value; Missing where a definite path finds nothing.</summary>
    /// <param name="path">The path.</param>
    /// <param name="input">The C# expression of <c>$</c>.</param>
    /// <param name="context">The C# expression of <c>$$</c>.</param>
    public string Emit(PathExpression path, string input, string context)
    {
        string root = path.Root == PathRoot.Context ? context : input;
        if (path.IsRootOnly)
            return root;
        if (Members is not null && root == "data" && IsInline(path) && path.Steps[0] is NameStep first)
            return Members[first.Name] + string.Concat(path.Steps.Skip(1).Select(Inline));
        if (IsInline(path))
            return root + string.Concat(path.Steps.Select(Inline));
        string scope = ReadsContext(path) ? context : "default";
        return $"{Query(path)}.Evaluate({root}, {input}, {scope})";
    }

    /// <summary>The C# expression that reads the query of a path.</summary>
    public string Query(PathExpression path) => tables.Queries.Of(path.Text, string.Join(", ", path.Steps.Select(Step)));

    /// <summary>The parts of a reference path as arguments of a collection: <c>Keys.a, Keys.b, 2</c>.</summary>
    public string Parts(PathExpression path) =>
        string.Join(", ", path.Steps.Select(step => step is IndexStep index ? CSharp.Number(index.Index) : tables.Keys.Of(((NameStep)step).Name)));

    /// <summary>True for a path of names and indexes alone.</summary>
    public static bool IsInline(PathExpression path) => path.Steps.All(IsInline);

    private static bool IsInline(PathStep step) => step is NameStep or IndexStep { Index: >= 0 };

    private string Inline(PathStep step) => step is IndexStep index ? $"[{index.Index}]" : $"[{tables.Keys.Of(((NameStep)step).Name)}]";

    private string Step(PathStep step) => step switch
    {
        NameStep name => $"Step.Name({tables.Keys.Of(name.Name)})",
        NamesStep names => $"Step.Names({string.Join(", ", names.Names.Select(tables.Keys.Of))})",
        IndexStep index => $"Step.Index({index.Index})",
        IndexesStep indexes => $"Step.Indexes({string.Join(", ", indexes.Indexes)})",
        SliceStep slice => $"Step.Slice({Bound(slice.Start)}, {Bound(slice.End)}, {Bound(slice.Step)})",
        WildcardStep => "Step.Wildcard",
        DescendantStep descendant => $"Step.Descendants({Step(descendant.Inner)})",
        FilterStep filter => $"Step.Filter(static (item, scope) => {new FilterEmitter(tables, this).Emit(filter.Filter)})",
        FunctionStep function => FunctionCall(function),
        _ => throw new System.InvalidOperationException($"'{step.GetType().Name}' has no emitted form."),
    };

    private string FunctionCall(FunctionStep function)
    {
        var arguments = new List<string> { CSharp.Text(function.Name) };
        foreach (FilterOperand argument in function.Arguments)
        {
            arguments.Add(argument is FilterPath path
                ? Query(path.Path)
                : tables.Literals.Of(((FilterLiteral)argument).Value.ToCompactJson()));
        }
        return $"Step.Function({string.Join(", ", arguments)})";
    }

    private static string Bound(int? bound) => bound is { } value ? CSharp.Number(value) : "null";

    /// <summary>True where a filter of the path reads <c>$$</c>.</summary>
    private static bool ReadsContext(PathExpression path) => path.Steps.Any(step => step switch
    {
        FilterStep filter => FilterEmitter.ReadsContext(filter.Filter),
        DescendantStep { Inner: FilterStep filter } => FilterEmitter.ReadsContext(filter.Filter),
        FunctionStep function => function.Arguments.Any(argument => argument is FilterPath { Path.Root: PathRoot.Context }),
        _ => false,
    });
}
