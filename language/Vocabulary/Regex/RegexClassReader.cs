namespace Compiled.Language.Vocabulary;

/// <summary>Reads a class, <c>[a-z]</c>. <c>[]</c> matches nothing and <c>[^]</c> anything.</summary>
internal sealed class RegexClassReader(RegexCursor cursor, RegexEscapes escapes)
{
    private readonly List<(char First, char Last)> _ranges = [];

    /// <summary>Reads up to and including the closing bracket; the opening one, which stands at the start, has been read.</summary>
    public RegexSetNode Read(int start)
    {
        bool isNegated = cursor.TryTake('^');
        while (!cursor.AtEnd && cursor.Current != ']')
            Item();
        if (!cursor.TryTake(']'))
            cursor.Fail(start, 1, "'[' is not closed; a literal one is written '\\['");
        return new RegexSetNode(RegexCharSet.Of(_ranges), isNegated);
    }

    private void Item()
    {
        int start = cursor.Position;
        RegexCharSet? first = Member(out char from);
        if (cursor.Current != '-' || cursor.Peek(1) == ']' || cursor.Position + 1 >= cursor.Text.Length)
        {
            Add(first, from);
            return;
        }

        cursor.Position++;
        RegexCharSet? last = Member(out char to);
        if (first is null && last is null)
        {
            if (from > to)
                cursor.Fail(start, cursor.Position - start, $"'{cursor.Slice(start)}' is a range whose first character comes behind its last");
            _ranges.Add((from, to));
            return;
        }

        // Annex B: beside a set such as \d a hyphen is a hyphen.
        Add(first, from);
        Add(last, to);
        _ranges.Add(('-', '-'));
    }

    private RegexCharSet? Member(out char character)
    {
        int start = cursor.Position;
        character = cursor.Take();
        if (character != '\\')
            return null;
        if (cursor.AtEnd)
        {
            cursor.Fail(start, 1, "'\\' escapes nothing at the end; a literal one is written '\\\\'");
            return null;
        }

        RegexCharSet? set = escapes.Set(out bool isNegated);
        if (set is null)
            character = escapes.Character(isClass: true);
        return isNegated ? set!.Not() : set;
    }

    private void Add(RegexCharSet? set, char single)
    {
        if (set is null)
            _ranges.Add((single, single));
        else
            set.AddTo(_ranges);
    }
}
