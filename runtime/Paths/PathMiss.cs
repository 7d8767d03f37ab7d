using System.Text;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// Says where a definite path of names and indexes leaves a value. AWS evaluates paths with Jayway JsonPath, so the words are that
/// library's: the last name missing gives the whole path, a name before it only the path so far.
/// </summary>
internal static class PathMiss
{
    public static string Describe(string path, JsonValue root)
    {
        var segments = new List<PathSegment>();
        int at = RootLength(path);
        while (at < path.Length)
        {
            if (!PathSegment.TryRead(path, ref at, out PathSegment segment))
            {
                return $"No results for path: {path}";
            }

            segments.Add(segment);
        }

        return Describe(segments, root) ?? $"No results for path: {Spell(segments)}";
    }

    // The root is '$', '$$' or '$variable'; the library only ever sees '$'.
    private static int RootLength(string path)
    {
        int end = path.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? path.Length : end;
    }

    // Null when all that can be said is that the whole path has no result.
    private static string? Describe(List<PathSegment> segments, JsonValue root)
    {
        JsonValue value = root;
        for (int i = 0; i < segments.Count && !value.IsMissing; i++)
        {
            string? miss = segments[i].Name is { } name ? MissName(ref value, name, segments, i) : MissIndex(ref value, segments, i);
            if (miss is not null)
            {
                return miss;
            }
        }

        return null;
    }

    private static string? MissName(ref JsonValue value, string name, List<PathSegment> segments, int i)
    {
        if (!value.IsObject)
        {
            return $"Expected to find an object with property ['{name}'] in path {Spell(segments[..i])} but found '{KindName(value)}'.";
        }

        value = value.Get(name);
        return value.IsMissing && i < segments.Count - 1 ? $"Missing property in path {Spell(segments[..(i + 1)])}" : null;
    }

    private static string? MissIndex(ref JsonValue value, List<PathSegment> segments, int i)
    {
        if (value.IsNull)
        {
            return $"The path {Spell(segments[..i])} is null";
        }

        if (!value.IsArray)
        {
            return $"Filter: {segments[i]} can only be applied to arrays. Current context is: {Faults.Json(value)}";
        }

        value = Paths.Item(value, segments[i].Index);
        return null;
    }

    private static string Spell(List<PathSegment> segments) => new StringBuilder("$").AppendJoin("", segments).ToString();

    private static string KindName(JsonValue value) => value.Kind switch
    {
        JsonKind.True or JsonKind.False => "boolean",
        JsonKind kind => kind.ToString().ToLowerInvariant(),
    };
}
