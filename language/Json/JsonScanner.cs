using System.Globalization;
using Compiled.Language.Faults;

namespace Compiled.Language.Json;

/// <summary>The text, the place reached in it, and the faults found on the way.</summary>
internal sealed class JsonScanner(string text)
{
    // Text that is no JSON at all would otherwise give one fault a character.
    private const int MaximumSyntaxFaults = 50;

    private readonly List<Fault> _faults = [];
    // The keys and indexes that lead to the value being read, made into text only for a fault.
    private readonly List<(string? Key, int Index)> _path = [];
    private int _syntaxFaults;
    private int _lastFaultStart = -1;

    public string Text => text;

    public int Position { get; set; }

    public bool AtEnd => Position >= text.Length;

    /// <summary>The character reached, or NUL at the end (a NUL in the text is an error anyway).</summary>
    public char Current => Position < text.Length ? text[Position] : '\0';

    /// <summary>Whether everything that the text says was read: comments and odd blanks, though no JSON, hide nothing.</summary>
    public bool IsWhole { get; private set; } = true;

    public void Enter(string key) => _path.Add((key, 0));

    public void Enter(int index) => _path.Add((null, index));

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    public void Report(FaultDescriptor descriptor, TextSpan span, string message)
    {
        IsWhole &= descriptor.DefaultSeverity != Severity.Error;
        Add(descriptor, span, message);
    }

    /// <summary>Reports text that is no JSON, once for each place.</summary>
    public void ReportSyntax(int start, int length, string message)
    {
        IsWhole = false;
        AddSyntax(start, length, message);
    }

    /// <summary>The faults in the order of the text.</summary>
    public IReadOnlyList<Fault> SortedFaults() => [.. _faults.OrderBy(fault => fault.Span.Start)];

    /// <summary>Steps over blanks, and over comments, which are reported.</summary>
    public void SkipTrivia()
    {
        while (true)
        {
            int at = Position;
            while (at < text.Length && text[at] is ' ' or '\n' or '\r' or '\t')
                at++;
            Position = at;
            if (at >= text.Length)
                return;
            char c = text[at];
            // What most values and names begin with, before what is rare.
            if (c is '"' or ':' or ',' or '{' or '}' or '[' or ']')
                return;
            if (c == '\uFEFF' && at == 0)
                Position++;
            else if (c == '/' && Position + 1 < Text.Length && Text[Position + 1] is '/' or '*')
                SkipComment();
            else if (char.IsWhiteSpace(c))
                AddSyntax(Position++, 1, $"U+{(int)c:X4} is no blank in JSON; expected a space, a tab or a line break");
            else
                return;
        }
    }

    /// <summary>Steps over a run of characters that a word or number may have, and returns it.</summary>
    public string TakeWord()
    {
        int start = Position;
        int end = start;
        while (end < text.Length && IsWordCharacter(text[end]))
            end++;
        Position = end;
        return text.Substring(start, end - start);
    }

    public static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '+' or '-' or '.';

    /// <summary>Steps over at least one character, up to what may stand between or begin values.</summary>
    public string SkipUnexpected()
    {
        int start = Position++;
        while (!AtEnd && !char.IsWhiteSpace(Current) && !IsWordCharacter(Current) && "{}[],:\"'".IndexOf(Current) < 0)
            Position++;
        return Text.Substring(start, Position - start);
    }

    private void Add(FaultDescriptor descriptor, TextSpan span, string message) => _faults.Add(new Fault(descriptor, message, span, PointerHere()));

    private void AddSyntax(int start, int length, string message)
    {
        if (start == _lastFaultStart || _syntaxFaults == MaximumSyntaxFaults)
            return;
        _lastFaultStart = start;
        _syntaxFaults++;
        Add(JsonFaults.InvalidJson, new TextSpan(start, Math.Min(length, Text.Length - start)), message);
    }

    private void SkipComment()
    {
        int start = Position;
        bool block = Text[Position + 1] == '*';
        int end = Text.IndexOf(block ? "*/" : "\n", start + 2, StringComparison.Ordinal);
        Position = end < 0 ? Text.Length : end + (block ? 2 : 1);
        AddSyntax(start, Position - start, "A comment stands here; JSON has none, a 'Comment' field can take its text");
    }

    private string PointerHere() => string.Concat(_path.Select(step => "/" + (step.Key is null ? step.Index.ToString(CultureInfo.InvariantCulture) : JsonPointer.Escape(step.Key))));
}
