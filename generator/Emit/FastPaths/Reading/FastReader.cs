using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Expressions;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.FastPaths.Reading;

/// <summary>Follows paths through what is known of a value, and writes what remains to be done when the workflow runs.</summary>
internal sealed class FastReader(MachineTables tables, FastNames names, FastReads reads, FastBuilder builder, FlowVariables variables, FastVariables known, HashSet<string> changing)
{
    private readonly TypedReader _typed = new(tables, names, builder);
    private FastLocal? _item;
    private string _index = "";

    /// <summary>Whether the path can be followed: it asks for nothing but the input or the variable that it starts from, or a Map's item.</summary>
    public static bool CanRead(PathExpression path, bool hasItem = false) => (path.Root is PathRoot.Input or PathRoot.Variable || hasItem && IsOfItem(path)) && !path.IsFunction
        && path.Steps.All(step => step is NameStep or IndexStep { Index: >= 0 } or IndexesStep or NamesStep or SliceStep or WildcardStep);

    /// <summary>What the path finds; the place tells reads apart that are written once each.</summary>
    public FastValue Read(FastValue value, PathExpression path, string place)
    {
        if (path.Root == PathRoot.Variable)
            value = Variable(path);
        List<PathStep> rest = [.. path.Steps];
        if (path.Root == PathRoot.Context)
        {
            value = path.Steps[2] is NameStep { Name: "Value" } ? _item! : new FastLocal(_index, isPresent: true);
            rest.RemoveRange(0, 3);
        }
        while (rest.Count > 0 && rest[0] is NameStep name && Member(value, name.Name) is { } member)
        {
            value = member;
            rest.RemoveAt(0);
        }
        if (rest.Count == 0)
            return value;
        if (Typed(value, rest[0]) is { } typed)
            return _typed.Read(typed, path, rest);
        if (value is FastChange change && rest[0] is NameStep)
            value = change.Origin;
        else if (value is FastEither either && rest[0] is NameStep)
            value = either.Whole;
        List<PathStep> inline = [.. rest.TakeWhile(step => step is NameStep or IndexStep { Index: >= 0 })];
        if (value is FastLocal local)
        {
            value = Part(local, inline, place);
            rest.RemoveRange(0, inline.Count);
            return rest.Count == 0 ? value : Query(path, rest, builder.Build(value));
        }
        if (inline.Count < rest.Count)
            return Query(path, rest, builder.Build(value));
        // A constant, or an index of an object: rare, and no reason to know more.
        return new FastLocal(Parenthesised(value) + string.Concat(inline.Select(names.Step)), isPresent: false);
    }

    /// <summary>What the path finds where that is known without reading anything; null otherwise.</summary>
    public FastValue? Known(FastValue value, PathExpression path)
    {
        if (path.Root == PathRoot.Context)
            return null;
        FastValue? found = path.Root == PathRoot.Variable ? known.Find(path.VariableName!) : value;
        foreach (PathStep step in path.Steps)
            found = found is not null && step is NameStep name ? Member(found, name.Name) : null;
        return found;
    }

    /// <summary>Where a Map finds its items, if they are a part of the input as it came; null where they have to be read as any value.</summary>
    public FastItemSource? Items(FastValue value, PathExpression path, string item) =>
        path.Root == PathRoot.Input && path.Steps.Count > 0 && path.Steps.All(step => step is NameStep) && value is FastLocal { Name: FastNames.Input } ? reads.Items(path.Steps, item, names) : null;

    /// <summary>The variable that a path starts from.</summary>
    public FastValue Variable(PathExpression path) => known.Find(path.VariableName!) ?? Local(path);

    private FastValue Local(PathExpression path) =>
        variables.IsInReach(path.VariableName!) ? new FastLocal(variables.Read(path.VariableName!), isPresent: false) : FastValue.Missing;

    /// <summary>From here on <c>$$.Map.Item</c> is this.</summary>
    /// <param name="item">The item.</param>
    /// <param name="index">The C# expression of its position.</param>
    public void Enter(FastLocal? item, string index) => (_item, _index) = (item, index);

    /// <summary>What <c>$$.Map.Item</c> is now.</summary>
    public (FastLocal? Item, string Index) Around => (_item, _index);

    private static bool IsOfItem(PathExpression path) => path.Root == PathRoot.Context && path.Steps.Count >= 3
        && path.Steps[0] is NameStep { Name: "Map" } && path.Steps[1] is NameStep { Name: "Item" } && path.Steps[2] is NameStep { Name: "Value" or "Index" };

    private static FastTyped? Typed(FastValue value, PathStep next) => value as FastTyped ?? (value is FastChange { Origin: FastTyped origin } && next is NameStep ? origin : null);

    // Null where the member has to be looked for when the workflow runs.
    private static FastValue? Member(FastValue value, string name) => value switch
    {
        FastObject made => made.Members.FirstOrDefault(member => member.Name == name)?.Value ?? FastValue.Missing,
        FastChange change => change.Members.FirstOrDefault(member => member.Name == name)?.Value,
        FastEither either => either.Members.FirstOrDefault(member => member.Name == name)?.Value,
        _ => null,
    };

    private FastLocal Part(FastLocal local, List<PathStep> steps, string place)
    {
        if (steps.Count == 0)
            return local;
        // What is written at several places has no parts of its own that would still be true.
        bool isKept = !changing.Contains(local.Name) && !IsVariable(local.Name) && FastNames.IsLocal(local.Name);
        string code = isKept ? reads.Read(local.Name, steps, place, names) : local.Name + string.Concat(steps.Select(names.Step));
        return new FastLocal(code, isPresent: false);
    }

    /// <summary>Whether a local is a variable's, which a later state may set.</summary>
    public static bool IsVariable(string local) => local[0] == '_' || local.StartsWith("of", System.StringComparison.Ordinal);

    private FastLocal Query(PathExpression path, List<PathStep> steps, string root)
    {
        string query = tables.Queries.Of(path.Text, string.Join(", ", steps.Select(step => new PathEmitter(tables, null!).Step(step, []))));
        return path.IsDefinite ? new FastLocal($"path.Evaluate({query}, {root})", isPresent: false) : new FastMatches(query, root);
    }

    private string Parenthesised(FastValue value) => $"({builder.Build(value)})";
}
