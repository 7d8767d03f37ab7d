using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Expressions;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;
using Compiled.Generator.Pipeline;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>Follows paths through C# objects: a name is a property, an index an item.</summary>
internal sealed class TypedReader(MachineTables tables, FastNames names, FastBuilder builder)
{
    /// <summary>What the steps of a path lead to from an object.</summary>
    public FastValue Read(FastTyped value, PathExpression path, IReadOnlyList<PathStep> steps)
    {
        FastTyped found = value;
        for (int i = 0; i < steps.Count; i++)
        {
            TypedNode? next = steps[i] switch
            {
                NameStep name => found.Type.IsObject ? found.Node.Member(name.Name, names) : null,
                IndexStep { Index: >= 0 } index => found.Type.Item is null ? null : found.Node.Item(index.Index, names),
                _ => null,
            };
            if (next is null && steps[i] is NameStep or IndexStep { Index: >= 0 })
                return FastValue.Missing;
            if (next is null)
                return Several(found, path, [.. steps.Skip(i)]);
            found = new FastTyped(next, isPresent: false);
        }
        return found;
    }

    private FastValue Several(FastTyped from, PathExpression path, List<PathStep> steps)
    {
        string query = tables.Queries.Of(path.Text, string.Join(", ", steps.Select(step => new PathEmitter(tables, null!).Step(step, []))));
        if (steps[0] is WildcardStep && from.Type.Item is { } item && Members(item, steps.Skip(1)) is { } members)
            return new FastProjected(from, members, query);
        return new FastLocal($"{query}.Evaluate({builder.Build(from)})", isPresent: !path.IsDefinite);
    }

    // Null where a step is no member of the type before it.
    private static List<PlainMember>? Members(PlainType item, IEnumerable<PathStep> steps)
    {
        var members = new List<PlainMember>();
        foreach (PathStep step in steps)
        {
            if (step is not NameStep name || item.Written.FirstOrDefault(member => member.JsonName == name.Name) is not { } member)
                return null;
            members.Add(member);
            item = member.Type;
        }
        return members;
    }
}
