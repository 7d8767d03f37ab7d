using System.Globalization;

namespace Compiled.Simulation.Matching;

/// <summary>
/// A path that names places in a document: <c>$.a.b[0]</c>, <c>$..name</c>, <c>$..events[4].x</c>, <c>$.a["b-c"]</c>.
/// </summary>
/// <remarks><c>..</c> stands for any number of steps. A name runs to the next <c>.</c> or <c>[</c>, so <c>Content-Length</c> needs no quotes.</remarks>
public sealed class LocationPattern
{
    private readonly Step[] _steps;

    private LocationPattern(Step[] steps) => _steps = steps;

    private readonly record struct Step(bool AnyDepth, string? Name, int Index);

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">The text is not such a path; the message quotes it.</exception>
    public static LocationPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 || text[0] != '$') throw Malformed(text);
        List<Step> steps = [];
        int at = 1;
        while (at < text.Length)
        {
            bool anyDepth = text.AsSpan(at).StartsWith("..");
            if (anyDepth) at += 2;
            else if (text[at] == '.') at++;
            else if (text[at] != '[') throw Malformed(text);
            steps.Add(at < text.Length && text[at] == '[' ? Bracket(text, ref at, anyDepth) : Name(text, ref at, anyDepth));
        }

        return new LocationPattern([.. steps]);
    }

    /// <summary>Whether the pattern names this place.</summary>
    public bool Matches(Location place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Matches(place, _steps.Length - 1);
    }

    private bool Matches(Location? place, int last)
    {
        if (last < 0) return place!.Parent is null;
        if (place!.Parent is null || !Fits(_steps[last], place)) return false;
        if (!_steps[last].AnyDepth) return Matches(place.Parent, last - 1);
        for (Location? ancestor = place.Parent; ancestor is not null; ancestor = ancestor.Parent)
            if (Matches(ancestor, last - 1)) return true;
        return false;
    }

    private static bool Fits(Step step, Location place) =>
        step.Name is null ? place.Index == step.Index : place.Name == step.Name;

    private static Step Name(string text, ref int at, bool anyDepth)
    {
        int end = text.AsSpan(at).IndexOfAny('.', '[');
        end = end < 0 ? text.Length : at + end;
        if (end == at) throw Malformed(text);
        Step step = new(anyDepth, text[at..end], 0);
        at = end;
        return step;
    }

    private static Step Bracket(string text, ref int at, bool anyDepth)
    {
        int end = text.IndexOf(']', at);
        if (end < 0) throw Malformed(text);
        string inside = text[(at + 1)..end];
        at = end + 1;
        if (inside.Length >= 2 && inside[0] is '"' or '\'' && inside[^1] == inside[0]) return new Step(anyDepth, inside[1..^1], 0);
        return int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? new Step(anyDepth, null, index)
            : throw Malformed(text);
    }

    private static FormatException Malformed(string text) =>
        new($"'{text}' is not a path of names and indexes such as '$.a[0]' or '$..name'.");
}
