namespace Compiled.Language.Expressions;

/// <summary>The text of an expression, the place reached in it, and the first error.</summary>
internal sealed class ExpressionCursor(string text)
{
    /// <summary>How deep parentheses, filters, calls and literals may stand in each other; a guard of the stack.</summary>
    private const int MaximumDepth = 64;

    private int _depth;

    public string Text { get; } = text;

    public int Position { get; set; }

    public ExpressionError? Error { get; private set; }

    public bool AtEnd => Position >= Text.Length;

    /// <summary>The character reached, or NUL at the end.</summary>
    public char Current => Peek(0);

    public char Peek(int ahead) => Position + ahead < Text.Length ? Text[Position + ahead] : '\0';

    public bool StartsWith(string word) => string.CompareOrdinal(Text, Position, word, 0, word.Length) == 0;

    public string Slice(int start) => Text.Substring(start, Position - start);

    public void SkipBlanks()
    {
        while (!AtEnd && char.IsWhiteSpace(Current))
            Position++;
    }

    public bool TryTake(char c)
    {
        if (AtEnd || Current != c)
            return false;
        Position++;
        return true;
    }

    /// <summary>Steps over the character, or fails with what was expected for the sake of what.</summary>
    public bool Expect(char c, string purpose)
    {
        if (TryTake(c))
            return true;
        FailHere($"expected '{c}' {purpose}");
        return false;
    }

    /// <summary>Keeps the first error only: what follows from it is no help.</summary>
    public void Fail(int start, int length, string message) => Error ??= new ExpressionError(start, length, message);

    /// <summary>Keeps the error of a name, from its start to the character reached, that does not exist, with the one that was probably meant.</summary>
    public void FailName(int start, string message, string? near) =>
        Error ??= new ExpressionError(start, Position - start, near is null ? message : message + NearMiss.Question(near), near);

    /// <summary>Fails at the character reached, with what was expected instead.</summary>
    public void FailHere(string expectation)
    {
        if (AtEnd)
            Fail(Text.Length, 0, $"'{Shown(Text)}' ends too early; {expectation}");
        else
            Fail(Position, CharacterLength, $"'{Text.Substring(Position, CharacterLength)}' stands at the wrong place; {expectation}");
    }

    public bool Enter()
    {
        if (_depth == MaximumDepth)
        {
            Fail(Position, CharacterLength, $"The expression is nested more than {MaximumDepth} deep here");
            return false;
        }
        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>Long texts are cut in messages.</summary>
    public static string Shown(string text) => text.Length <= 60 ? text : text.Substring(0, 57) + "...";

    private int CharacterLength => AtEnd ? 0 : char.IsSurrogatePair(Current, Peek(1)) ? 2 : 1;
}
