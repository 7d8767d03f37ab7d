using System.Globalization;
using System.Text;

namespace Compiled.Expressions;

/// <summary>One part of a definite path's text: a name, or an index when the name is null.</summary>
internal readonly record struct PathSegment(string? Name, int Index)
{
    /// <summary>Reads <c>.name</c>, <c>['name']</c>, <c>["name"]</c> or <c>[1]</c> and goes behind it; false for anything else.</summary>
    public static bool TryRead(string path, ref int at, out PathSegment segment)
    {
        segment = default;
        if (path[at] == '.')
        {
            int length = path.AsSpan(at + 1).IndexOfAny('.', '[');
            string name = length < 0 ? path[(at + 1)..] : path.Substring(at + 1, length);
            at += name.Length + 1;
            segment = new PathSegment(name, 0);
            return name.Length > 0 && name != "*" && !name.Contains('(');
        }

        if (path[at] != '[' || at + 1 == path.Length)
        {
            return false;
        }

        char quote = path[at + 1];
        return quote is '\'' or '"' ? TryReadQuoted(path, ref at, quote, out segment) : TryReadIndex(path, ref at, out segment);
    }

    /// <summary>The segment as Jayway JsonPath spells it.</summary>
    public override string ToString() => Name is null ? string.Create(CultureInfo.InvariantCulture, $"[{Index}]") : $"['{Name}']";

    private static bool TryReadQuoted(string path, ref int at, char quote, out PathSegment segment)
    {
        segment = default;
        var name = new StringBuilder();
        int i = at + 2;
        for (; i < path.Length && path[i] != quote; i++)
        {
            if (path[i] == '\\' && i + 1 < path.Length)
            {
                i++;
            }

            name.Append(path[i]);
        }

        if (i + 1 >= path.Length || path[i + 1] != ']')
        {
            return false;
        }

        at = i + 2;
        segment = new PathSegment(name.ToString(), 0);
        return true;
    }

    private static bool TryReadIndex(string path, ref int at, out PathSegment segment)
    {
        segment = default;
        int end = path.IndexOf(']', at);
        if (end < 0 || !int.TryParse(path.AsSpan(at + 1, end - at - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int index))
        {
            return false;
        }

        at = end + 1;
        segment = new PathSegment(null, index);
        return true;
    }
}
