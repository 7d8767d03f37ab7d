namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Reads signatures.</summary>
internal static class JsonataSignatures
{
    /// <summary>Reads a signature that is known to be right, one of our own tables.</summary>
    public static JsonataSignature Of(string text) =>
        TryParse(text, out _, out _, out _) ?? throw new ArgumentException($"'{text}' is not a signature", nameof(text));

    /// <summary>
    /// Reads a signature, its brackets included. Letters that mean nothing are passed over, as JSONata does.
    /// </summary>
    /// <param name="text">The signature, blanks left out.</param>
    /// <param name="code">S0401 or S0402 where it is refused.</param>
    /// <param name="offset">Where, in <paramref name="text"/>.</param>
    /// <param name="value">The part refused.</param>
    public static JsonataSignature? TryParse(string text, out string? code, out int offset, out string? value)
    {
        var parameters = new List<JsonataParameter>();
        code = value = null;
        for (offset = 1; offset < text.Length && text[offset] != ':'; offset++)
        {
            JsonataParameter? last = parameters.Count == 0 ? null : parameters[parameters.Count - 1];
            switch (text[offset])
            {
                case 's' or 'n' or 'b' or 'l' or 'o' or 'a' or 'f' or 'j' or 'x':
                    parameters.Add(new JsonataParameter(text.Substring(offset, 1)));
                    break;
                case '-' or '?' or '+':
                    last?.Quantify(text[offset]);
                    break;
                case '(':
                    int end = ClosingBracket(text, offset, '(', ')');
                    string choice = text.Substring(offset + 1, Math.Max(0, end - offset - 1));
                    if (choice.Contains("<"))
                    {
                        (code, value) = ("S0402", choice);
                        return null;
                    }
                    parameters.Add(new JsonataParameter("(" + choice + ")"));
                    offset = end;
                    break;
                case '<':
                    if (last?.Type is not ("a" or "f"))
                    {
                        (code, value) = ("S0401", last?.Type);
                        return null;
                    }
                    int close = ClosingBracket(text, offset, '<', '>');
                    last.Subtype = text.Substring(offset + 1, close - offset - 1);
                    offset = close;
                    break;
            }
        }
        return new JsonataSignature(text, parameters);
    }

    // The place of the bracket that closes the one at the start; the end of the text where none does.
    private static int ClosingBracket(string text, int start, char open, char close)
    {
        int depth = 1;
        for (int at = start + 1; at < text.Length; at++)
        {
            if (text[at] == close && --depth == 0)
                return at;
            if (text[at] == open)
                depth++;
        }
        return text.Length;
    }
}
