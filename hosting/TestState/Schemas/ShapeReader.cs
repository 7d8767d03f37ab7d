using System.Globalization;

namespace Compiled.TestState.Schemas;

/// <summary>
/// Reads the short form in which the tables write shapes. A member is <c>Name:shape</c>, <c>Name!:shape</c> where it is always there, <c>Name</c> alone
/// for a string; members are parted by blanks. A shape is
/// <list type="bullet">
/// <item><c>s</c>, <c>n</c>, <c>b</c>, <c>j</c>: a string, a number, a boolean, any JSON; <c>s1..256</c> and <c>n0..</c> with bounds, both inclusive;</item>
/// <item><c>(A|B)</c>: a string that is one of these;</item>
/// <item><c>[shape]</c>, <c>&lt;shape&gt;</c>, <c>{members}</c>: a list, a map, a structure;</item>
/// <item><c>@Name</c>: the shape of that name in the same table.</item>
/// </list>
/// </summary>
internal sealed class ShapeReader(string text)
{
    private int _at;

    /// <summary>Reads one shape.</summary>
    public static Shape Read(string text)
    {
        ShapeReader reader = new(text.Trim());
        Shape shape = reader.ReadShape();
        return reader._at == reader.Length ? shape : throw reader.Wrong("the end");
    }

    private int Length => text.Length;

    private char Current => _at < text.Length ? text[_at] : '\0';

    private Shape ReadShape()
    {
        char kind = Current;
        _at++;
        switch (kind)
        {
            case 's': return Bounded(new Shape(ShapeKind.String));
            case 'n': return Bounded(new Shape(ShapeKind.Number));
            case 'b': return new Shape(ShapeKind.Boolean);
            case 'j': return new Shape(ShapeKind.Any);
            case '(': return new Shape(ShapeKind.String) { Values = Until(')').Split('|') };
            case '@': return new Shape(ShapeKind.Named) { Name = ReadName() };
            case '[': return Closed(new Shape(ShapeKind.List) { Item = ReadShape() }, ']');
            case '<': return Closed(new Shape(ShapeKind.Map) { Item = ReadShape() }, '>');
            case '{': return Closed(new Shape(ShapeKind.Structure) { Members = ReadMembers() }, '}');
            default: throw Wrong("a shape");
        }
    }

    private List<ShapeMember> ReadMembers()
    {
        List<ShapeMember> members = [];
        for (Skip(); Current is not ('}' or '\0'); Skip())
        {
            string name = ReadName();
            bool isRequired = Take('!');
            members.Add(new ShapeMember(name, Take(':') ? ReadShape() : new Shape(ShapeKind.String), isRequired));
        }

        return members;
    }

    private Shape Bounded(Shape shape)
    {
        double? least = ReadNumber();
        if (Current != '.')
            return shape with { Least = least };
        _at += 2;
        return shape with { Least = least, Most = ReadNumber() };
    }

    private double? ReadNumber()
    {
        int start = _at;
        while (char.IsAsciiDigit(Current) || Current == '-')
            _at++;
        return _at == start ? null : double.Parse(text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private string ReadName()
    {
        int start = _at;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '-')
            _at++;
        return _at > start ? text[start.._at] : throw Wrong("a name");
    }

    private string Until(char end)
    {
        int found = text.IndexOf(end, _at);
        if (found < 0)
            throw Wrong($"'{end}'");
        string part = text[_at..found];
        _at = found + 1;
        return part;
    }

    private Shape Closed(Shape shape, char end)
    {
        Skip();
        return Take(end) ? shape : throw Wrong($"'{end}'");
    }

    private bool Take(char expected)
    {
        if (Current != expected)
            return false;
        _at++;
        return true;
    }

    private void Skip()
    {
        while (Current is ' ' or '\n')
            _at++;
    }

    private FormatException Wrong(string expected) => new(string.Create(CultureInfo.InvariantCulture, $"Expected {expected} at {_at} of the shape '{text}'."));
}
