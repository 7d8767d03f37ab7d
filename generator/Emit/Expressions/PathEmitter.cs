using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Expressions;

/// <summary>Turns a path into a C# expression: names and indexes in place, everything else as a query built once.</summary>
internal sealed class PathEmitter(MachineTables tables, FlowVariables variables)
{
    /// <summary>The locals that hold members of <c>data</c> by name, while it is kept in them; null while it is whole.</summary>
    public IReadOnlyDictionary<string, string>? Members { get; set; }

    /// <summary>An expression that gives the path's value; Missing where a definite path, or any path of a variable without value, finds nothing.</summary>
    /// <param name="path">The path.</param>
    /// <param name="input">The C# expression of <c>$</c>.</param>
    /// <param name="context">The C# expression of <c>$$</c>.</param>
    public string Emit(PathExpression path, string input, string context) => Emit(path, Root(path, input, context), input, context);

    /// <summary>As <see cref="Emit(PathExpression, string, string)"/>, with another C# expression for what the path starts from.</summary>
    public string Emit(PathExpression path, string root, string input, string context)
    {
        if (path.IsRootOnly)
            return root;
        if (Members is not null && root == "data" && IsInline(path) && path.Steps[0] is NameStep first)
            return Members[first.Name] + string.Concat(path.Steps.Skip(1).Select(Inline));
        if (IsInline(path))
            return root + string.Concat(path.Steps.Select(Inline));
        string scope = ReadsContext(path) ? context : "default";
        string read = string.Concat(InnerVariables(path).Select(name => ", " + variables.Read(name)));
        return $"{Query(path)}.Evaluate({root}, {input}, {scope}{read})";
    }

    /// <summary>The C# expression of what the path starts from.</summary>
    public string Root(PathExpression path, string input, string context) => path.Root switch
    {
        PathRoot.Context => context,
        PathRoot.Variable => variables.Read(path.VariableName!),
        _ => input,
    };

    /// <summary>The condition under which the path, whose value is in <paramref name="value"/>, leads nowhere; null for one that always gives something.</summary>
    public string? Miss(PathExpression path, string value)
    {
        if ((path.IsDefinite || PicksMembers(path)) && !path.IsRootOnly || path.IsRootOnly && path.Root == PathRoot.Variable)
            return value + ".IsMissing";
        return path.Root == PathRoot.Variable ? variables.Read(path.VariableName!) + ".IsMissing" : null;
    }

    // Several names at the end of a path pick members of one object, which may not be there.
    private static bool PicksMembers(PathExpression path) =>
        path.Steps.Count > 0 && path.Steps[path.Steps.Count - 1] is NamesStep && path.Steps.Take(path.Steps.Count - 1).All(step => step.IsSingle);

    /// <summary>What an error shows as that in which the path found nothing; for a variable without value that is the state's own input.</summary>
    public string Searched(PathExpression path, string input, string context)
    {
        string root = Root(path, input, context);
        return path.Root == PathRoot.Variable ? $"{root}.IsMissing ? {input} : {root}" : root;
    }

    /// <summary>The C# expression that reads the query of a path.</summary>
    private string Query(PathExpression path) => Query(path, InnerVariables(path));

    private string Query(PathExpression path, IReadOnlyList<string> inner) => tables.Queries.Of(path.Text, string.Join(", ", path.Steps.Select(step => Step(step, inner))));

    // Queries are shared by all flows, so that what they read of a frame is handed to them, in this order.
    private static List<string> InnerVariables(PathExpression path) => [.. PathVariables.InSteps(path).Distinct()];

    /// <summary>The parts of a reference path as arguments of a collection: <c>Keys.a, Keys.b, 2</c>.</summary>
    public string Parts(PathExpression path) =>
        string.Join(", ", path.Steps.Select(step => step is IndexStep index ? CSharp.Number(index.Index) : tables.Keys.Of(((NameStep)step).Name)));

    /// <summary>True for a path of names and indexes alone.</summary>
    public static bool IsInline(PathExpression path) => path.Steps.All(IsInline);

    private static bool IsInline(PathStep step) => step is NameStep or IndexStep { Index: >= 0 };

    private string Inline(PathStep step) => step is IndexStep index ? $"[{index.Index}]" : $"[{tables.Keys.Of(((NameStep)step).Name)}]";

    /// <summary>The C# expression that makes a step of a query, which reads these variables of a frame.</summary>
    public string Step(PathStep step, IReadOnlyList<string> inner) => step switch
    {
        NameStep name => $"Step.Name({tables.Keys.Of(name.Name)})",
        NamesStep names => $"Step.Names({string.Join(", ", names.Names.Select(tables.Keys.Of))})",
        IndexStep index => $"Step.Index({index.Index})",
        IndexesStep indexes => $"Step.Indexes({string.Join(", ", indexes.Indexes)})",
        SliceStep slice => $"Step.Slice({Bound(slice.Start)}, {Bound(slice.End)}, {Bound(slice.Step)})",
        WildcardStep => "Step.Wildcard",
        DescendantStep descendant => $"Step.Descendants({Step(descendant.Inner, inner)})",
        FilterStep filter => $"Step.Filter(static (item, scope) => {new FilterEmitter(tables, this, inner).Emit(filter.Filter)})",
        FunctionStep function => FunctionCall(function, inner),
        _ => throw new System.InvalidOperationException($"'{step.GetType().Name}' has no emitted form."),
    };

    private string FunctionCall(FunctionStep function, IReadOnlyList<string> inner)
    {
        IEnumerable<string> arguments = function.Arguments.Select(argument => argument is FilterPath { Path: var path }
            ? Argument(path, Query(path, inner), inner)
            : tables.Literals.Of(((FilterLiteral)argument).Value.ToCompactJson()));
        return $"Step.Function({string.Join(", ", arguments.Prepend(CSharp.Text(function.Name)))})";
    }

    private static string Argument(PathExpression path, string query, IReadOnlyList<string> inner) => path.Root switch
    {
        PathRoot.Context => $"PathArgument.OfContext({query})",
        PathRoot.Variable => $"PathArgument.OfVariable({inner.ToList().IndexOf(path.VariableName!)}, {query})",
        _ => query,
    };

    /// <summary>A path inside a filter, which sees the item at hand and the scope.</summary>
    public string EmitInFilter(PathExpression path, IReadOnlyList<string> inner)
    {
        string root = path.Root switch
        {
            PathRoot.Current => "item",
            PathRoot.Context => "scope.Context",
            PathRoot.Variable => $"scope.Variable({inner.ToList().IndexOf(path.VariableName!)})",
            _ => "scope.Input",
        };
        if (path.IsRootOnly)
            return root;
        return path.Steps.All(IsInline) ? root + string.Concat(path.Steps.Select(Inline)) : $"{Query(path, inner)}.Evaluate({root}, scope.Input, scope.Context, scope.Variables)";
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
