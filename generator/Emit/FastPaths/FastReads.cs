using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>
/// Which parts of the values in locals are read, and how often. A part that is read at two places, or of which two parts are read, is read once,
/// where its value comes into its local.
/// </summary>
/// <param name="isQueried">Whether they are read as JSONata reads them, which goes through the items of arrays.</param>
internal sealed class FastReads(bool isQueried)
{
    // As many as the runtime's Projection may have.
    private const int MostParts = 64;

    private readonly Dictionary<string, Node> _roots = new();
    private readonly Dictionary<string, Node> _parts = new();
    private readonly HashSet<Node> _declared = [];

    /// <summary>Notes a read of a part; gives the C# expression of it, which is a local where it has one.</summary>
    public string Read(string root, IReadOnlyList<PathStep> steps, string place, FastNames names) =>
        Read(root, [.. steps.Select(step => (names.Step(step), step is NameStep name ? name.Name : "item"))], place, names);

    /// <summary>The same for names.</summary>
    public string Read(string root, IReadOnlyList<string> steps, string place, FastNames names) =>
        Read(root, [.. steps.Select(name => (names.Step(name), name))], place, names);

    private string Read(string root, (string Code, string Name)[] steps, string place, FastNames names)
    {
        Node node = Find(root);
        string code = root;
        foreach ((string step, string name) in steps)
        {
            node = Child(node, step, name, names);
            code = _declared.Contains(node) ? node.Local : Member(code, step);
        }
        node.Places.Add(place);
        return code;
    }

    /// <summary>How a part is read of what has no local, or one whose parts are not kept.</summary>
    public string Inline(string root, IReadOnlyList<string> steps, FastNames names) => steps.Aggregate(root, (code, name) => Member(code, names.Step(name)));

    // A part's own parts are found under it, whoever looks.
    private Node Find(string root)
    {
        if (_parts.TryGetValue(root, out Node? part))
            return part;
        if (!_roots.TryGetValue(root, out Node? node))
            _roots.Add(root, node = new Node(root));
        return node;
    }

    private Node Child(Node node, string step, string name, FastNames names)
    {
        Node child = node.Child(step, names.Part(node.Local, step, name));
        _parts[child.Local] = child;
        return child;
    }

    private string Member(string value, string step) => isQueried ? $"global::Compiled.Jsonata.Paths.Get({value}, {step.Trim('[', ']')})" : value + step;

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
            string key = child.Step.Trim('[', ']');
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
            string read = Member(value, child.Step);
            if (_declared.Contains(child))
            {
                names.Use(child.Local);
                code.Line($"{child.Local} = {read};");
                read = child.Local;
            }
            Write(child, read, code, names);
        }
    }

    private sealed class Node(string local, string step = "")
    {
        private readonly List<Node> _children = [];

        public string Local { get; } = local;

        /// <summary>How it is read: <c>[Keys.name]</c> or <c>[0]</c>.</summary>
        public string Step { get; } = step;

        public HashSet<string> Places { get; } = [];

        public IReadOnlyList<Node> Children => _children;

        /// <summary>Whether the part is read itself, or items of it, and not only its members.</summary>
        public bool IsWhole => Places.Count > 0 || _children.Any(child => char.IsDigit(child.Step[1]));

        public Node Child(string step, string local)
        {
            Node? child = _children.FirstOrDefault(known => known.Step == step);
            if (child is null)
                _children.Add(child = new Node(local, step));
            return child;
        }
    }
}
