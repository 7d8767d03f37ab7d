using System.Text;

namespace Compiled.Generator.Emit;

/// <summary>Writes C# line by line with indentation. Lines end in LF on every system, so the same input gives the same bytes.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
        return this;
    }

    /// <summary>A line one level further out: for labels.</summary>
    public CodeWriter Label(string name)
    {
        _text.Append(' ', (_depth - 1) * 4).Append(name).Append(":\n");
        return this;
    }

    public CodeWriter Open(string? head = null)
    {
        if (head is not null)
            Line(head);
        Line("{");
        _depth++;
        return this;
    }

    public CodeWriter Close(string tail = "")
    {
        _depth--;
        return Line("}" + tail);
    }

    /// <summary>A condition and what it guards; one statement stands without braces.</summary>
    public CodeWriter If(string condition, params string[] statements)
    {
        if (statements.Length == 1)
            return Line($"if ({condition})").Indent().Line(statements[0]).Outdent();
        Open($"if ({condition})");
        foreach (string statement in statements)
            Line(statement);
        return Close();
    }

    public CodeWriter Indent() { _depth++; return this; }

    public CodeWriter Outdent() { _depth--; return this; }

    /// <summary>A comment on one line: what would end the line is shown as a blank, and long text is cut.</summary>
    public CodeWriter Comment(string text) => Line("// " + OneLine(text, 160));

    public static string OneLine(string text, int limit)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' || char.IsSurrogate(c) ? ' ' : c);
        return line.Length <= limit ? line.ToString() : line.ToString(0, limit - 3) + "...";
    }

    /// <summary>A writer of its own for what is to be added here later.</summary>
    public CodeWriter Beside() => new() { _depth = _depth };

    /// <summary>Adds what another wrote.</summary>
    public void Append(CodeWriter other) => _text.Append(other._text);

    public override string ToString() => _text.ToString();
}
