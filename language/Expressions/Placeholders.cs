namespace Compiled.Language.Expressions;

/// <summary>
/// Placeholders <c>${Name}</c> that a deployment (SAM, CDK, CloudFormation, Terraform) replaces: names with dots, colons or
/// brackets too, as in <c>${AWS::Region}</c> and <c>${Queue.Arn}</c>.
/// </summary>
public static class Placeholders
{
    /// <summary>Whether a placeholder stands somewhere in the text.</summary>
    public static bool Contains(string text)
    {
        for (int i = text.IndexOf('$'); i >= 0; i = text.IndexOf('$', i + 1))
            if (LengthAt(text, i) > 0)
                return true;
        return false;
    }

    /// <summary>Whether the text is one placeholder and nothing else.</summary>
    public static bool IsOne(string text) => text.Length > 0 && LengthAt(text, 0) == text.Length;

    /// <summary>The length of the placeholder that starts at the offset; 0 where none starts.</summary>
    internal static int LengthAt(string text, int start)
    {
        if (start + 3 >= text.Length || text[start] != '$' || text[start + 1] != '{')
            return 0;
        for (int i = start + 2; i < text.Length; i++)
        {
            if (text[i] == '}')
                return i > start + 2 ? i + 1 - start : 0;
            if (text[i] is '{' or '\n' or '\r')
                return 0;
        }
        return 0;
    }
}
