namespace Compiled.Language.Vocabulary;

/// <summary>The text of a pattern, the place reached in it, and the first error.</summary>
internal sealed class RegexCursor(string text)
{
    public string Text { get; } = text;

    public int Position { get; set; }

    public RegexError? Error { get; private set; }

    public bool AtEnd => Position >= Text.Length;

    /// <summary>The character reached, or NUL at the end.</summary>
    public char Current => Peek(0);

    public char Peek(int ahead) => Position + ahead < Text.Length ? Text[Position + ahead] : '\0';

    public char Take() => AtEnd ? '\0' : Text[Position++];

    public string Slice(int start) => Text.Substring(start, Position - start);

    public bool TryTake(char c)
    {
        if (AtEnd || Text[Position] != c)
            return false;
        Position++;
        return true;
    }

    public bool TryTake(string word)
    {
        if (string.CompareOrdinal(Text, Position, word, 0, word.Length) != 0)
            return false;
        Position += word.Length;
        return true;
    }

    /// <summary>Reads decimal digits; one beyond the range of integers is as good as the largest.</summary>
    public bool Number(out int value)
    {
        long number = 0;
        int start = Position;
        for (; Current is >= '0' and <= '9'; Position++)
            number = Math.Min((number * 10) + (Current - '0'), int.MaxValue);
        value = (int)number;
        return Position > start;
    }

    /// <summary>Keeps the first error only, and goes to the end: what follows from it is no help.</summary>
    public void Fail(int start, int length, string message)
    {
        Error ??= new RegexError(start, length, message);
        Position = Text.Length;
    }
}
