using System.Text;

namespace Compiled.Language.Expressions;

/// <summary>The template of <c>States.Format</c>, cut at its placeholders <c>{}</c>. <c>\{</c> and <c>\}</c> are plain braces.</summary>
public sealed class FormatTemplate
{
    private FormatTemplate(IReadOnlyList<string> texts) => Texts = texts;

    /// <summary>The texts around the placeholders, escapes resolved: always one more than there are placeholders.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The number of placeholders, which is how many further arguments the call should have.</summary>
    public int PlaceholderCount => Texts.Count - 1;

    internal static FormatTemplate Parse(string rawText)
    {
        var texts = new List<string>();
        var text = new StringBuilder();
        for (int i = 0; i < rawText.Length; i++)
        {
            char c = rawText[i];
            if (c == '\\' && i + 1 < rawText.Length)
            {
                text.Append(IntrinsicEscape.Resolve(rawText[++i]) ?? rawText[i]);
            }
            else if (c == '{' && i + 1 < rawText.Length && rawText[i + 1] == '}')
            {
                texts.Add(text.ToString());
                text.Clear();
                i++;
            }
            else
            {
                text.Append(c);
            }
        }
        texts.Add(text.ToString());
        return new FormatTemplate(texts);
    }
}
