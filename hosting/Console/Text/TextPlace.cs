namespace Compiled.WebConsole.Text;

/// <summary>A place in a text as editors count.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 characters.</param>
internal readonly record struct TextPlace(int Line, int Column)
{
    public static TextPlace Of(string text, int offset)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        int line = before.Count('\n'), last = before.LastIndexOf('\n');
        return new TextPlace(line + 1, before.Length - last);
    }
}
