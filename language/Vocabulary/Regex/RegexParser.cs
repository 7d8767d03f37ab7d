namespace Compiled.Language.Vocabulary;

/// <summary>
/// Reads a regular expression as JavaScript does without the flag u: ECMAScript 2018's patterns with its Annex B, which takes misplaced
/// braces, brackets and escapes literally.
/// </summary>
internal sealed class RegexParser
{
    /// <summary>How deep groups may stand in each other; a guard of the stack.</summary>
    private const int MaximumDepth = 100;

    private readonly RegexCursor _cursor;
    private readonly RegexGroups _groups;
    private readonly RegexEscapes _escapes;
    private int _depth;
    private int _group;

    private RegexParser(string pattern)
    {
        _cursor = new RegexCursor(pattern);
        _groups = RegexGroups.Of(_cursor);
        _escapes = new RegexEscapes(_cursor, _groups);
    }

    /// <summary>Reads a pattern; null and the first error if it is none.</summary>
    public static RegexTree? Parse(string pattern, out RegexError? error)
    {
        var parser = new RegexParser(pattern);
        RegexNode root = parser.Choice();
        if (!parser._cursor.AtEnd)
            parser._cursor.Fail(parser._cursor.Position, 1, "')' closes no group; a literal one is written '\\)'");
        error = parser._cursor.Error;
        return error is null ? new RegexTree(root, parser._groups.Count) : null;
    }

    private RegexNode Choice()
    {
        var options = new List<RegexNode> { Sequence() };
        while (_cursor.TryTake('|'))
            options.Add(Sequence());
        return options.Count == 1 ? options[0] : new RegexChoiceNode([.. options]);
    }

    private RegexNode Sequence()
    {
        var parts = new List<RegexNode>();
        while (!_cursor.AtEnd && _cursor.Current is not ('|' or ')'))
            parts.Add(Term());
        return parts.Count == 1 ? parts[0] : new RegexSequenceNode([.. parts]);
    }

    private RegexNode Term()
    {
        int start = _cursor.Position, groups = _group;
        RegexNode? anchor = Anchor();
        if (anchor is not null)
            return anchor;

        RegexNode atom = Atom();
        // Annex B lets a look ahead be repeated, but not a look behind: what follows one is read as an atom and has nothing to repeat.
        if (atom is RegexLookNode { IsBehind: true } || !Quantifier(out int minimum, out int maximum))
            return atom;
        bool isLazy = _cursor.TryTake('?');
        if (minimum > maximum)
            _cursor.Fail(start, _cursor.Position - start, $"'{_cursor.Slice(start)}' repeats at least {minimum} and at most {maximum} times; the smaller number comes first");
        return new RegexLoopNode(atom, minimum, maximum, isLazy, groups + 1, _group);
    }

    private RegexNode? Anchor()
    {
        if (_cursor.TryTake('^'))
            return new RegexAnchorNode(RegexAnchor.Start);
        if (_cursor.TryTake('$'))
            return new RegexAnchorNode(RegexAnchor.End);
        if (_cursor.TryTake("\\b"))
            return new RegexAnchorNode(RegexAnchor.Boundary);
        return _cursor.TryTake("\\B") ? new RegexAnchorNode(RegexAnchor.NotBoundary) : null;
    }

    private RegexNode Atom()
    {
        int start = _cursor.Position;
        char c = _cursor.Take();
        switch (c)
        {
            case '.':
                return new RegexSetNode(RegexCharSet.LineEnds, IsNegated: true);
            case '(':
                return Group(start);
            case '[':
                return new RegexClassReader(_cursor, _escapes).Read(start);
            case '\\':
                return _escapes.Atom(start);
            case '*' or '+' or '?':
                return NothingToRepeat(start, 1);
            case '{':
                _cursor.Position = start;
                if (Quantifier(out _, out _))
                    return NothingToRepeat(start, _cursor.Position - start);
                _cursor.Position = start + 1;
                break;
        }

        return new RegexSetNode(RegexCharSet.Of(c), IsNegated: false);
    }

    private RegexNode Group(int start)
    {
        if (++_depth > MaximumDepth)
            _cursor.Fail(start, 1, $"The pattern is nested more than {MaximumDepth} deep here");
        RegexNode group;
        if (_cursor.TryTake("?:"))
            group = new RegexSequenceNode([Choice()]);
        else if (_cursor.TryTake("?="))
            group = new RegexLookNode(Choice(), IsBehind: false, IsNegative: false);
        else if (_cursor.TryTake("?!"))
            group = new RegexLookNode(Choice(), IsBehind: false, IsNegative: true);
        else if (_cursor.TryTake("?<="))
            group = new RegexLookNode(Choice(), IsBehind: true, IsNegative: false);
        else if (_cursor.TryTake("?<!"))
            group = new RegexLookNode(Choice(), IsBehind: true, IsNegative: true);
        else
            group = Capture(start);
        _depth--;
        if (!_cursor.TryTake(')'))
            _cursor.Fail(start, 1, "'(' is not closed; a literal one is written '\\('");
        return group;
    }

    private RegexNode Capture(int start)
    {
        if (_cursor.TryTake("?<"))
            _groups.Name(_cursor);
        else if (_cursor.TryTake('?'))
            _cursor.Fail(start, _cursor.Position - start, "'(?' begins no group; expected '(?:', '(?=', '(?!', '(?<=', '(?<!' or '(?<name>'");
        int number = ++_group;
        return new RegexGroupNode(number, Choice());
    }

    // Leaves the place as it is unless a whole quantifier stands there: Annex B takes other braces literally.
    private bool Quantifier(out int minimum, out int maximum)
    {
        minimum = 0;
        maximum = RegexLoopNode.Unbounded;
        if (_cursor.TryTake('*'))
            return true;
        if (_cursor.TryTake('+'))
        {
            minimum = 1;
            return true;
        }

        if (_cursor.TryTake('?'))
        {
            maximum = 1;
            return true;
        }

        int start = _cursor.Position;
        if (_cursor.TryTake('{') && _cursor.Number(out minimum))
        {
            bool isOpen = _cursor.TryTake(',');
            if (!isOpen)
                maximum = minimum;
            else if (!_cursor.Number(out maximum))
                maximum = RegexLoopNode.Unbounded;
            if (_cursor.TryTake('}'))
                return true;
        }

        _cursor.Position = start;
        return false;
    }

    private RegexSequenceNode NothingToRepeat(int start, int length)
    {
        _cursor.Fail(start, length, $"'{_cursor.Text.Substring(start, length)}' has nothing before it to repeat");
        return new RegexSequenceNode([]);
    }
}
