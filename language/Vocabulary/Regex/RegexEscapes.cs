namespace Compiled.Language.Vocabulary;

/// <summary>Reads what stands behind a backslash, in a pattern and in a class.</summary>
internal sealed class RegexEscapes(RegexCursor cursor, RegexGroups groups)
{
    /// <summary>What the escape stands for as a part of a pattern. The backslash, which stands at the start, has been read.</summary>
    public RegexNode Atom(int start)
    {
        if (cursor.AtEnd)
        {
            cursor.Fail(start, 1, "'\\' escapes nothing at the end; a literal one is written '\\\\'");
            return new RegexSequenceNode([]);
        }

        if (cursor.Current is >= '1' and <= '9' && TryReference(out int number))
            return new RegexBackreferenceNode(number);
        if (cursor.Current == 'k' && groups.HasNames)
            return NamedReference(start);
        RegexCharSet? set = Set(out bool isNegated);
        return set is not null ? new RegexSetNode(set, isNegated) : new RegexSetNode(RegexCharSet.Of(Character(isClass: false)), IsNegated: false);
    }

    /// <summary>The set that <c>d D w W s S</c> stand for; null for any other character, which is not stepped over.</summary>
    public RegexCharSet? Set(out bool isNegated)
    {
        char c = cursor.Current;
        isNegated = c is 'D' or 'W' or 'S';
        RegexCharSet? set = c switch
        {
            'd' or 'D' => RegexCharSet.Digits,
            'w' or 'W' => RegexCharSet.Words,
            's' or 'S' => RegexCharSet.Spaces,
            _ => null,
        };
        if (set is not null)
            cursor.Position++;
        return set;
    }

    /// <summary>The code unit that an escape stands for; the backslash has been read.</summary>
    public char Character(bool isClass)
    {
        char c = cursor.Take();
        switch (c)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case 'b' when isClass: return '\b';
            case 'c': return Control(isClass);
            case 'x': return Hex(2, otherwise: 'x');
            case 'u': return Hex(4, otherwise: 'u');
            case >= '0' and <= '7': return Octal(c);
            case 'k' when groups.HasNames:
                cursor.Fail(cursor.Position - 2, 2, "'\\k' refers to no group here; in a pattern with named groups it is '\\k<name>', outside a class");
                return c;
            default: return c;
        }
    }

    private bool TryReference(out int number)
    {
        int start = cursor.Position;
        if (cursor.Number(out number) && number <= groups.Count)
            return true;
        cursor.Position = start;
        return false;
    }

    private RegexNode NamedReference(int start)
    {
        cursor.Position++;
        string? name = cursor.TryTake('<') ? RegexGroups.ReadName(cursor) : null;
        if (name is null)
            cursor.Fail(start, 2, "'\\k' names no group; expected '\\k<name>'");
        else if (groups.TryFind(name, out int number))
            return new RegexBackreferenceNode(number);
        else
            cursor.Fail(start, cursor.Position - start, $"'{name}' names no group of the pattern");
        return new RegexSequenceNode([]);
    }

    // Annex B: where no letter follows, the backslash is itself and the c is read again; a class takes digits and the underscore too.
    private char Control(bool isClass)
    {
        char c = cursor.Current;
        if (c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') || (isClass && c is (>= '0' and <= '9') or '_'))
        {
            cursor.Position++;
            return (char)(c & 31);
        }

        cursor.Position--;
        return '\\';
    }

    private char Hex(int digits, char otherwise)
    {
        int value = 0;
        for (int i = 0; i < digits; i++)
        {
            int digit = Digit(cursor.Peek(i));
            if (digit < 0)
                return otherwise;
            value = (value << 4) | digit;
        }

        cursor.Position += digits;
        return (char)value;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    // Annex B: as many octal digits as stay below 256.
    private char Octal(char first)
    {
        int value = first - '0';
        for (int i = 1; i < 3 && cursor.Current is >= '0' and <= '7' && (value << 3) + (cursor.Current - '0') <= 255; i++)
            value = (value << 3) + (cursor.Take() - '0');
        return (char)value;
    }
}
