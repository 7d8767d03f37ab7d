using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>
/// Which parts of the values in locals are read, and how often. A part that is read at two places, or of which two parts are read, is read once,
/// where its value comes into its local.
/// </summary>
internal sealed class FastReads
{
    // As many as the runtime's Projection may have.
    private const int MostParts = 64;

    private readonly Dictionary<string, Node> _roots = new();
    private readonly HashSet<Node> _declared = [];

    /// <summary>Notes a read of a part; gives the C# expression of it, which is a local where it has one.</summary>
    public string Read(string root, IReadOnlyList<PathStep> steps, string place, FastNames names)
    {
        if (!_roots.TryGetValue(root, out Node? node))
            _roots.Add(root, node = new Node(root));
        string code = root;
        foreach (PathStep step in steps)
        {
            node = node.Child(step, names);
            code = _declared.Contains(node) ? node.Local : code + names.Step(step);
        }
        node.Places.Add(place);
        return code;
    }

    /// <summary>What was read often gets a local from now on.</summary>
    public void Declare()
    {
        foreach (Node root in _roots.Values)
            Declare(root, root.Local == FastNames.Input);
    }

    /// <summary>Writes what reads the parts of a value that has just come into its local.</summary>
    public void Write(string root, CodeWriter code, FastNames names)
    {
        if (_roots.TryGetValue(root, out Node? node))
            Write(node, root, code, names);
    }

    /// <summary>
    /// Writes the same for an input that was read in parts, and gives the C# arguments of the projection; null where it has more parts than a projection may have.
    /// </summary>
    public string? WriteParts(string root, CodeWriter code, FastNames names)
    {
        int count = 0;
        string members = _roots.TryGetValue(root, out Node? node) ? Project(node, code, names, ref count) : "";
        return count <= MostParts ? members : null;
    }

    private string Project(Node node, CodeWriter code, FastNames names, ref int count)
    {
        var members = new List<string>();
        foreach (Node child in node.Children)
        {
            string key = names.Step(child.Step!).Trim('[', ']');
            if (!child.IsWhole)
            {
                members.Add($"ProjectedMember.Inside({key}, {Project(child, code, names, ref count)})");
                continue;
            }
            code.Line($"{child.Local} = path.Part({count});");
            members.Add($"ProjectedMember.Whole({key}, {count++})");
            Write(child, child.Local, code, names);
        }
        return string.Join(", ", members);
    }

    private void Declare(Node node, bool isInput)
    {
        foreach (Node child in node.Children)
        {
            // Of the input all is read at the start, so that it need not be kept.
            if (child.Places.Count + child.Children.Count > 1 || isInput && child.IsWhole)
                _declared.Add(child);
            Declare(child, isInput);
        }
    }

    private void Write(Node node, string value, CodeWriter code, FastNames names)
    {
        foreach (Node child in node.Children)
        {
            string read = value + names.Step(child.Step!);
            if (_declared.Contains(child))
            {
                names.Use(child.Local);
                code.Line($"{child.Local} = {read};");
                read = child.Local;
            }
            Write(child, read, code, names);
        }
    }

    private sealed class Node(string local, PathStep? step = null)
    {
        private readonly List<Node> _children = [];

        public string Local { get; } = local;

        public PathStep? Step { get; } = step;

        public HashSet<string> Places { get; } = [];

        public IReadOnlyList<Node> Children => _children;

        /// <summary>Whether the part is read itself, or items of it, and not only its members.</summary>
        public bool IsWhole => Places.Count > 0 || _children.Any(child => child.Step is IndexStep);

        public Node Child(PathStep step, FastNames names)
        {
            Node? child = _children.FirstOrDefault(known => names.Step(known.Step!) == names.Step(step));
            if (child is null)
                _children.Add(child = new Node(names.Part(Local, step), step));
            return child;
        }
    }
}
