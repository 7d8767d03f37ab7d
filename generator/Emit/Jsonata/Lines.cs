using System.Collections.Generic;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>The statements of a method while it is being written: a line may still be put in before others.</summary>
internal sealed class Lines
{
    private readonly List<(int Depth, string Text)> _lines = [];
    private int _depth;

    public int Count => _lines.Count;

    public void Add(string text) => _lines.Add((_depth, text));

    public void Open(string head)
    {
        Add(head);
        Add("{");
        _depth++;
    }

    /// <summary>Opens an <c>if</c>, without a second pair of parentheses around the condition.</summary>
    public void OpenIf(string condition) => Open($"if ({(IsParenthesised(condition) ? condition.Substring(1, condition.Length - 2) : condition)})");

    public void Close(string tail = "")
    {
        _depth--;
        Add("}" + tail);
    }

    /// <summary>Puts a line before the one at a place.</summary>
    public void Insert(int place, string text) => _lines.Insert(place, (place < _lines.Count ? _lines[place].Depth : _depth, text));

    /// <summary>Adds the lines of another buffer, as deep as the lines now.</summary>
    public void Add(Lines other)
    {
        foreach ((int depth, string text) in other._lines)
            _lines.Add((_depth + depth, text));
    }

    // Whether the first parenthesis is closed by the last.
    private static bool IsParenthesised(string text)
    {
        if (text.Length < 2 || text[0] != '(')
            return false;
        int depth = 0;
        bool isText = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                isText = !isText;
            else if (!isText)
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
                return i == text.Length - 1;
        }
        return false;
    }

    public void WriteTo(CodeWriter code)
    {
        int depth = 0;
        foreach ((int lineDepth, string text) in _lines)
        {
            for (; depth < lineDepth; depth++)
                code.Indent();
            for (; depth > lineDepth; depth--)
                code.Outdent();
            code.Line(text);
        }
        for (; depth > 0; depth--)
            code.Outdent();
    }
}
