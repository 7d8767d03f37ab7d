namespace Compiled.Language.Expressions;

/// <summary>The functions that a path may end in: Jayway's.</summary>
public static class PathFunctionTable
{
    // Name, alias of, least and most arguments.
    private static readonly (string Name, string Canonical, int Minimum, int Maximum)[] s_rows =
    [
        ("length", "length", 0, 1),
        ("size", "length", 0, 1),
        ("min", "min", 0, int.MaxValue),
        ("max", "max", 0, int.MaxValue),
        ("avg", "avg", 0, int.MaxValue),
        ("sum", "sum", 0, int.MaxValue),
        ("stddev", "stddev", 0, int.MaxValue),
        ("keys", "keys", 0, 0),
        ("concat", "concat", 0, int.MaxValue),
        ("append", "append", 1, int.MaxValue),
        ("first", "first", 0, 0),
        ("last", "last", 0, 0),
        ("index", "index", 1, 1),
    ];

    /// <summary>All names that may be written.</summary>
    public static IEnumerable<string> Names => s_rows.Select(row => row.Name);

    internal static bool TryGet(string name, out string canonical, out int minimum, out int maximum)
    {
        var row = s_rows.FirstOrDefault(candidate => candidate.Name == name);
        (_, canonical, minimum, maximum) = row;
        return row.Name is not null;
    }
}
