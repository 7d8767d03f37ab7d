using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.FastPaths.Reading;

/// <summary>
/// Which parts of the values in locals are read, and how often. A part that is read at two places, or of which two parts are read, is read once,
/// where its value comes into its local.
/// </summary>
/// <param name="isQueried">Whether they are read as JSONata reads them, which goes through the items of arrays.</param>
internal sealed class FastReads(bool isQueried)
{
    // As many as the runtime's Projection may have.
    private const int MostParts = 64;

    private const string PartOf = "global::Compiled.Jsonata.Paths.Part(", PlainPartOf = "FastPath.PlainPart(";

    private readonly Dictionary<string, Node> _roots = new();
    private readonly Dictionary<string, Node> _parts = new();
    private readonly HashSet<Node> _declared = [];
    private bool _isDeclared;
    private Func<string, bool> _isBuilt = _ => true;

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

    /// <summary>Notes that a part of the input is given on as it is; gives its local, or null where the value is no part of the input.</summary>
    public string? Give(string root, IReadOnlyList<string> steps, FastNames names)
    {
        Node node = Find(root);
        if (!node.IsOfInput)
            return null;
        foreach (string name in steps)
            node = Child(node, names.Step(name), name, names);
        // What is found to be given on only now has no local.
        if (_isDeclared && !node.IsGiven && steps.Count > 0 && !_declared.Contains(node))
            return null;
        node.IsGiven = true;
        return node.Local;
    }

    /// <summary>Whether a local is the input, or a part of it, that is given on: then it need not be whole in its local before the path is left.</summary>
    public bool IsGiven(string local) => (_parts.TryGetValue(local, out Node? node) || _roots.TryGetValue(local, out node)) && node.IsGiven;

    /// <summary>The C# expression of what is given on, read from the whole input, as later states see it.</summary>
    public string Given(string local) => Plain((_parts.TryGetValue(local, out Node? node) ? node : _roots[local]).Code);

    /// <summary>The C# expression of a value as later states see it.</summary>
    public static string Plain(string code) => code.StartsWith(PartOf, StringComparison.Ordinal) ? PlainPartOf + code.Substring(PartOf.Length) : $"FastPath.Plain({code})";

    /// <summary>How a part is read of what has no local, or one whose parts are not kept.</summary>
    public string Inline(string root, IReadOnlyList<string> steps, FastNames names) => steps.Aggregate(root, (code, name) => Member(code, names.Step(name)));

    // A part's own parts are found under it, whoever looks.
    private Node Find(string root)
    {
        if (_parts.TryGetValue(root, out Node? part))
            return part;
        if (!_roots.TryGetValue(root, out Node? node))
            _roots.Add(root, node = new Node(root, root, isOfInput: root == FastNames.Input));
        return node;
    }

    private Node Child(Node node, string step, string name, FastNames names)
    {
        Node child = node.Child(step, names.Part(node.Local, step, name), Member(node.Code, step));
        _parts[child.Local] = child;
        return child;
    }

    private string Member(string value, string step) => isQueried ? $"{PartOf}{value}, {step.Trim('[', ']')})" : value + step;

    /// <summary>Notes that a Map goes through the items of a part of the input; gives how it finds them, or null where it needs them whole.</summary>
    /// <param name="steps">The part: names only.</param>
    /// <param name="item">The local of an item.</param>
    public FastItemSource? Items(IReadOnlyList<PathStep> steps, string item, FastNames names)
    {
        Node node = Find(FastNames.Input);
        foreach (NameStep step in steps.Cast<NameStep>())
            node = Child(node, names.Step(step), step.Name, names);
        node.Items.Add(item);
        return _isDeclared && !node.IsLookedInto ? null : new FastItemSource(FastNames.Input + string.Concat(steps.Select(names.Step)), node.Part, node.Stride);
    }

    /// <summary>Starts a pass: as long as nothing has a local yet, only what the last one reads counts.</summary>
    public void BeginPass()
    {
        if (_isDeclared)
            return;
        _roots.Clear();
        _parts.Clear();
    }

    /// <summary>Whether any part of a local is read.</summary>
    public bool AreRead(string root) => _roots.ContainsKey(root);

    /// <summary>What was read often gets a local from now on.</summary>
    /// <param name="isWhole">Whether a local is needed whole, and not only for its parts.</param>
    public void Declare(Func<string, bool> isWhole)
    {
        _isDeclared = true;
        foreach (Node root in _roots.Values.ToArray())
            Settle(root, isWhole);
        HashSet<string> items = [.. _roots.Values.SelectMany(root => root.All).SelectMany(node => node.Items)];
        foreach (Node root in _roots.Values)
            Declare(root, root.Local == FastNames.Input || items.Contains(root.Local));
    }

    // Items of which no more than parts are read are looked into where they are read from the input's text.
    private void Settle(Node node, Func<string, bool> isWhole)
    {
        node.IsLookedInto = node.Items.Count == 1 && node.Places.Count == 0 && node.Children.Count == 0 && !isWhole(node.Items.First())
            && _roots.TryGetValue(node.Items.First(), out Node? item) && item.Children.Count > 0 && item.HasNamesOnly;
        if (!node.IsLookedInto)
            node.Places.UnionWith(node.Items);
        foreach (Node child in node.Children)
            Settle(child, isWhole);
    }

    /// <summary>Writes what reads the parts of an item from items of which only parts were read.</summary>
    public void WriteItem(string item, string items, CodeWriter code, FastNames names)
    {
        int count = 0;
        if (_roots.TryGetValue(item, out Node? node))
            Project(node, items, code, names, ref count);
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
    /// <param name="root">The input.</param>
    /// <param name="code">Where to write.</param>
    /// <param name="names">The locals.</param>
    /// <param name="isBuilt">Whether a local is needed whole, but for where the path is left.</param>
    public string? WriteParts(string root, CodeWriter code, FastNames names, Func<string, bool> isBuilt)
    {
        int count = 0;
        _isBuilt = isBuilt;
        if (_roots.TryGetValue(root, out Node? top) && !top.HasNamesOnly)
            return null;
        string members = _roots.TryGetValue(root, out Node? node) ? Project(node, "path", code, names, ref count) : "";
        return count <= MostParts ? members : null;
    }

    private string Project(Node node, string source, CodeWriter code, FastNames names, ref int count)
    {
        var members = new List<string>();
        foreach (Node child in node.Children)
        {
            string key = child.Step.Trim('[', ']');
            if (child.IsLookedInto)
            {
                int inner = 0;
                child.Part = count++;
                string parts = Project(_roots[child.Items.First()], "items", code.Beside(), names, ref inner);
                // More parts than are numbered: then there is no projection at all.
                count += inner > MostParts ? inner : 0;
                child.Stride = inner;
                members.Add($"ProjectedMember.Items({key}, {child.Part}, {parts})");
                continue;
            }
            if (child.IsGiven && !child.IsWhole && !_isBuilt(child.Local))
            {
                names.Use(child.Local);
                code.Line($"{child.Local} = {source}.Presence({count});");
                members.Add(Through(key, count++, Project(child, source, code, names, ref count)));
                continue;
            }
            if (!child.IsWhole && !child.IsGiven)
            {
                string inside = Project(child, source, code, names, ref count);
                members.Add(isQueried ? Through(key, -1, inside) : $"ProjectedMember.Inside({key}, {inside})");
                continue;
            }
            names.Use(child.Local);
            code.Line($"{child.Local} = {source}.Part({count});");
            members.Add($"ProjectedMember.Whole({key}, {count++})");
            Write(child, child.Local, code, names);
        }
        return string.Join(", ", members);
    }

    private static string Through(string key, int presence, string members) => $"ProjectedMember.Through({key}, {presence}{(members.Length == 0 ? "" : ", ")}{members})";

    private void Declare(Node node, bool isInput)
    {
        foreach (Node child in node.Children)
        {
            // Of the input all is read at the start, so that it need not be kept.
            if ((child.Places.Count + child.Children.Count > 1 || child.IsGiven || isInput && child.IsWhole) && !child.IsLookedInto)
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
                code.Line($"{child.Local} = {(child.IsGiven ? Plain(read) : read)};");
                read = child.Local;
            }
            Write(child, read, code, names);
        }
    }

    private sealed class Node(string local, string code, bool isOfInput, string step = "")
    {
        private readonly List<Node> _children = [];

        /// <summary>How it is read without its local.</summary>
        public string Code { get; } = code;

        public bool IsOfInput { get; } = isOfInput;

        /// <summary>Whether it is a state's value, or a part of one, as it is.</summary>
        public bool IsGiven { get; set; }

        public string Local { get; } = local;

        /// <summary>How it is read: <c>[Keys.name]</c> or <c>[0]</c>.</summary>
        public string Step { get; } = step;

        public HashSet<string> Places { get; } = [];

        /// <summary>The locals of the items of Maps that go through it.</summary>
        public HashSet<string> Items { get; } = [];

        /// <summary>Whether only parts of its items are read; then which part of the input it is, and how many parts each item has.</summary>
        public bool IsLookedInto { get; set; }

        public int Part { get; set; }

        public int Stride { get; set; }

        public IReadOnlyList<Node> Children => _children;

        /// <summary>Whether its parts are members: an array's are not read in parts.</summary>
        public bool HasNamesOnly => _children.All(child => !char.IsDigit(child.Step[1]));

        public IEnumerable<Node> All => _children.SelectMany(child => child.All).Prepend(this);

        /// <summary>Whether the part is read itself, or items of it, and not only its members.</summary>
        public bool IsWhole => Places.Count > 0 || _children.Any(child => char.IsDigit(child.Step[1]));

        public Node Child(string step, string local, string code)
        {
            Node? child = _children.FirstOrDefault(known => known.Step == step);
            if (child is null)
                _children.Add(child = new Node(local, code, IsOfInput, step));
            return child;
        }
    }
}
