using System.Globalization;
using System.Text;
using Compiled.Graph.Text;

namespace Compiled.Graph.Mermaid;

/// <summary>
/// Any text as the inside of a quoted Mermaid label. What Mermaid or the Markdown in its labels would read as syntax is written as
/// an entity such as <c>#34;</c>, which it turns back into the character.
/// </summary>
internal static class MermaidText
{
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        string plain = DisplayText.Of(text);
        for (int i = 0; i < plain.Length; i++)
        {
            char c = plain[i];
            if (IsPlain(c, i > 0 ? plain[i - 1] : ' ', i + 1 < plain.Length ? plain[i + 1] : ' '))
            {
                result.Append(c);
            }
            else
            {
                result.Append('#').Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
            }
        }

        return result.ToString();
    }

    private static bool IsPlain(char c, char before, char after) => c switch
    {
        ' ' or ',' or ':' or '/' or '(' or ')' or '=' or '?' or '·' or '…' => true,
        // '1. x' and '- x' at the beginning would be read as lists, '_x_' as emphasis, '$$' as a formula.
        '.' or '_' or '-' => (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) || (c == '.' && before == '$'),
        '$' => before != '$' && after != '$',
        _ => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c >= 0x100,
    };
}
