using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Jsonata;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.FastPaths.Reading;

/// <summary>
/// What an expression reads of a variable, or of a member of <c>$states</c>: parts of it by their names, <c>$order.customer.tier</c>, where each read of
/// it is the start of a path; or the whole.
/// </summary>
internal sealed class QueryReads
{
    private const string States = "states";

    private readonly Dictionary<string, List<string[]>> _parts = new();
    private readonly HashSet<string> _whole = [];

    private QueryReads(JsonataNode read, IReadOnlyList<JsonataBinding> bindings)
    {
        var inPaths = new HashSet<JsonataNode>();
        foreach (JsonataNode node in Nodes.All(read))
        {
            if (node is PathNode path && Start(path) is { } start)
            {
                inPaths.Add(path.Steps[0].Node);
                Add(start.Root, start.Names);
            }
            else if (node is VariableNode variable && !inPaths.Contains(variable))
                _whole.Add(variable.Name);
        }
        // A name that is bound inside, too, may be either.
        foreach (JsonataBinding binding in bindings)
            _whole.Add(binding.Name);
        bool isPath = read is PathNode { Group: null, KeepArray: false, KeepSingletonArray: false, Predicates.Count: 0 } whole
            && Start(whole) is { } all && all.Last == whole.Steps.Count - 1;
        IsPart = isPath && _whole.Count == 0;
        // What is read whole may be no more than a name that is bound elsewhere in the expression.
        IsRoot = isPath && _whole.Count == 1 && _parts.Count == 0
            || read is VariableNode { IsContext: false, IsRoot: false, Group: null, KeepArray: false, Predicates.Count: 0 };
    }

    /// <summary>Whether the expression is one part of one value, and no more.</summary>
    public bool IsPart { get; }

    /// <summary>Whether the expression is one value whole: a variable, or a member of <c>$states</c>.</summary>
    public bool IsRoot { get; }

    public static QueryReads Of(JsonataExpression expression) => new(expression.Root!, expression.Usage.Bindings);

    /// <summary>What a part of an expression reads.</summary>
    public static QueryReads Of(JsonataNode part, JsonataExpression expression) => new(part, expression.Usage.Bindings);

    /// <summary>Whether a root is read at all.</summary>
    public bool Reads(string root) => _whole.Contains(root) || _whole.Contains(root.Split('.')[0]) || _parts.ContainsKey(root);

    /// <summary>The parts that are read of a root, <c>order</c> or <c>states.input</c>, each once; null where it is read whole.</summary>
    public IReadOnlyList<string[]>? PartsOf(string root) =>
        _whole.Contains(root) || _whole.Contains(root.Split('.')[0]) || !_parts.TryGetValue(root, out List<string[]>? parts) ? null : parts;

    private void Add(string root, string[] names)
    {
        if (names.Length == 0)
        {
            _whole.Add(root);
            return;
        }
        if (!_parts.TryGetValue(root, out List<string[]>? parts))
            _parts.Add(root, parts = []);
        if (!parts.Any(known => known.SequenceEqual(names)))
            parts.Add(names);
    }

    // The root with which a path starts, and the names that follow on which nothing stands.
    private static (string Root, string[] Names, int Last)? Start(PathNode path)
    {
        if (path.Steps[0] is not { Node: VariableNode { Group: null, KeepArray: false, Predicates.Count: 0 } variable, Stages.Count: 0 }
            || variable.IsContext || variable.IsRoot || path.Steps.Any(step => step.IsTuple))
            return null;
        string[] names = [.. path.Steps.Skip(1).TakeWhile(IsName).Select(step => ((NameNode)step.Node).Name)];
        if (variable.Name != States)
            return (variable.Name, names, names.Length);
        return names.Length == 0 ? null : ($"{States}.{names[0]}", [.. names.Skip(1)], names.Length);
    }

    // A name with a dot in it would be taken for two.
    private static bool IsName(JsonataStep step) => step is { Node: NameNode { Group: null } name, Stages.Count: 0 } && name.Name.IndexOf('.') < 0;
}
