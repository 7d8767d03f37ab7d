namespace Compiled.Language.Expressions;

/// <summary>Parses a path that stands alone, as in <c>InputPath</c> or under a key ending in <c>.$</c>.</summary>
public static class PathParser
{
    /// <summary>
    /// Parses a path in Jayway's dialect with what AWS takes besides: a dot before a bracket (<c>$.[0]</c>), blanks after the path, and
    /// placeholders of a deployment in it (<c>$.${Name}</c>, or <c>${Path}</c> for all of it).
    /// </summary>
    /// <param name="text">The path.</param>
    /// <param name="error">Null, or the first thing that is wrong.</param>
    /// <returns>The path, or null with an error. Never throws.</returns>
    public static PathExpression? Parse(string text, out ExpressionError? error)
    {
        var cursor = new ExpressionCursor(text);
        PathExpression? path = new PathReader(cursor, PathPlace.Alone).Read();
        if (path is not null)
            CheckEnd(cursor, path);
        error = cursor.Error;
        return error is null ? path : null;
    }

    /// <summary>Whether a text was probably meant as a path: <c>$</c>, <c>$.</c>, <c>$[</c>, <c>$$</c> or <c>$name</c>.</summary>
    public static bool LooksLikePath(string text)
    {
        if (text.Length == 0 || text[0] != '$')
            return false;
        return text.Length == 1 || text[1] is '.' or '[' or '$' || PathReader.IsNameStart(text[1]);
    }

    private static void CheckEnd(ExpressionCursor cursor, PathExpression path)
    {
        int end = cursor.Position;
        cursor.SkipBlanks();
        if (cursor.AtEnd)
            return;
        if (cursor.Position == end)
            cursor.FailHere(path.IsFunction ? "nothing may follow a function" : "expected '.', '[' or the end of the path");
        else
            cursor.Fail(end, cursor.Text.Length - end, "A blank ends the path; a name with blanks is written ['like this']");
    }
}
