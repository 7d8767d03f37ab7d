namespace Conformance.Fuzzing.Typed;

/// <summary>What the data and the variables of a flow are known to have: paths, as JSONPath has them, and the types found there.</summary>
internal sealed class TypedFuzzKnown
{
    private readonly List<(string Path, TypedFuzzType Type)> _all = [];

    public IReadOnlyList<(string Path, TypedFuzzType Type)> All => _all;

    /// <summary>Whether a path is one of the data and not of a variable.</summary>
    public static bool IsData(string path) => path is "$" || path.StartsWith("$.", StringComparison.Ordinal) || path.StartsWith("$[", StringComparison.Ordinal);

    /// <summary>The paths to values of exactly this type, or of one that may be null beside.</summary>
    public string[] Of(TypedFuzzType type) => [.. _all.Where(known => known.Type.Bare == type.Bare).Select(static known => known.Path)];

    /// <summary>The data is replaced; the variables stay.</summary>
    public void Begin(TypedFuzzType data)
    {
        _all.RemoveAll(static known => IsData(known.Path));
        Add("$", data, 3);
    }

    /// <summary>A variable, or a part of the data, is replaced.</summary>
    public void Set(string path, TypedFuzzType type)
    {
        if (path == "$")
        {
            Begin(type);
            return;
        }

        // What the part belonged to is not of its type any more.
        if (IsData(path) && _all.Any(known => known.Path == path && known.Type.Bare != type.Bare))
            Spoil();
        _all.RemoveAll(known => known.Path == path || known.Path.StartsWith(path + ".", StringComparison.Ordinal) || known.Path.StartsWith(path + "[", StringComparison.Ordinal));
        Add(path, type, 2);
    }

    /// <summary>The data may have a member that nothing is to read: so the data as a whole is not known any more.</summary>
    public void Spoil()
    {
        if (_all.Count > 1)
            _all.RemoveAll(static known => known.Path == "$");
    }

    /// <summary>The same, to be changed without changing this one; with other data, where a type is given.</summary>
    public TypedFuzzKnown Copy(TypedFuzzType? data = null)
    {
        TypedFuzzKnown copy = new();
        copy._all.AddRange(_all);
        if (data is not null)
            copy.Begin(data);
        return copy;
    }

    private void Add(string path, TypedFuzzType type, int depth)
    {
        _all.Add((path, type));
        foreach ((string name, TypedFuzzType member) in depth == 0 ? [] : type.Members ?? [])
            Add($"{path}.{name}", member, depth - 1);
        if (depth > 0 && type.Items is { } items)
        {
            for (int i = 0; i < items.Count; i++)
                Add($"{path}[{i}]", items[i], depth - 1);
        }
    }
}
