namespace Compiled.Language.Expressions;

/// <summary>Parses an intrinsic call that stands under a key ending in <c>.$</c>, or in <c>ErrorPath</c> and <c>CausePath</c>.</summary>
public static class IntrinsicParser
{
    /// <summary>How many calls may stand in each other, the outermost included.</summary>
    public const int MaximumNesting = 10;

    /// <summary>
    /// Parses a call and checks the names of functions, the numbers of arguments and the kinds of those that are known.
    /// </summary>
    /// <param name="text">The call; blanks are free inside and after it.</param>
    /// <param name="error">Null, or the first thing that is wrong.</param>
    /// <returns>The call, or null with an error. Never throws.</returns>
    public static IntrinsicCall? Parse(string text, out ExpressionError? error)
    {
        var cursor = new ExpressionCursor(text);
        IntrinsicCall? call = new IntrinsicReader(cursor).Read();
        if (call is not null)
        {
            cursor.SkipBlanks();
            if (!cursor.AtEnd)
                cursor.FailHere("nothing may follow the call");
        }
        error = cursor.Error;
        return error is null ? call : null;
    }

    /// <summary>Whether a text was meant as an intrinsic call: it starts with <c>States.</c>.</summary>
    public static bool LooksLikeIntrinsic(string text) => text.StartsWith("States.", StringComparison.Ordinal);
}
