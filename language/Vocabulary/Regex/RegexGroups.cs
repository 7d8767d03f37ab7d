namespace Compiled.Language.Vocabulary;

/// <summary>How many groups of a pattern capture, and their names: known before the pattern is read, because a reference may come first.</summary>
internal sealed class RegexGroups
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly HashSet<string> _declared = [];

    public int Count { get; private set; }

    public bool HasNames => _numbers.Count > 0;

    public static RegexGroups Of(RegexCursor cursor)
    {
        var groups = new RegexGroups();
        string text = cursor.Text;
        bool isClass = false;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    isClass = true;
                    break;
                case ']':
                    isClass = false;
                    break;
                case '(' when !isClass:
                    groups.Add(text, i + 1);
                    break;
            }
        }

        return groups;
    }

    public bool TryFind(string name, out int number) => _numbers.TryGetValue(name, out number);

    /// <summary>Reads the name of a group behind <c>(?&lt;</c> up to and including its <c>&gt;</c>.</summary>
    public void Name(RegexCursor cursor)
    {
        int start = cursor.Position;
        string? name = ReadName(cursor);
        if (name is null)
            cursor.Fail(start, 0, "'(?<' begins a name; expected letters, digits, '_' or '$', then '>'");
        else if (!_declared.Add(name))
            cursor.Fail(start, name.Length, $"'{name}' names two groups; each needs a name of its own");
    }

    /// <summary>Reads a name and the <c>&gt;</c> behind it; null if there is none.</summary>
    public static string? ReadName(RegexCursor cursor)
    {
        int end = EndOfName(cursor.Text, cursor.Position);
        if (end < 0)
            return null;
        string name = cursor.Text.Substring(cursor.Position, end - cursor.Position);
        cursor.Position = end + 1;
        return name;
    }

    private void Add(string text, int inside)
    {
        bool isPlain = inside >= text.Length || text[inside] != '?';
        bool isNamed = !isPlain && inside + 2 < text.Length && text[inside + 1] == '<' && text[inside + 2] is not ('=' or '!');
        if (!isPlain && !isNamed)
            return;
        Count++;
        int end = isNamed ? EndOfName(text, inside + 2) : -1;
        if (end >= 0)
            _numbers[text.Substring(inside + 2, end - inside - 2)] = Count;
    }

    private static int EndOfName(string text, int start)
    {
        int end = start;
        while (end < text.Length && IsPart(text[end], isFirst: end == start))
            end++;
        return end > start && end < text.Length && text[end] == '>' ? end : -1;
    }

    private static bool IsPart(char c, bool isFirst)
        => c is '$' or '_' || char.IsLetter(c) || char.IsSurrogate(c) || (!isFirst && (char.IsLetterOrDigit(c) || c is '\u200C' or '\u200D'));
}
