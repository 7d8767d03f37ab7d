using System;
using System.Collections.Generic;
using System.Text;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit;

/// <summary>Makes C# identifiers of names that authors chose freely, distinct within one scope.</summary>
internal sealed class Identifiers
{
    private static readonly HashSet<string> s_keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern "
        + "false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params "
        + "private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong "
        + "unchecked unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public Identifiers(params string[] reserved)
    {
        foreach (string name in reserved)
            _taken.Add(name);
    }

    /// <summary>The name in Pascal case; a number follows where another name of the scope already took it.</summary>
    public string Pascal(string name) => Claim(CSharpNames.Pascal(name));

    /// <summary>A state's name in Pascal case, distinct as <see cref="Pascal"/> makes it.</summary>
    public string State(string name) => Claim(CSharpNames.OfState(name));

    /// <summary>The name as it is, with what C# doesn't allow left out.</summary>
    public string Plain(string name) => Claim(ToPlain(name));

    private string Claim(string wanted)
    {
        string name = wanted;
        for (int n = 2; !_taken.Add(name); n++)
            name = wanted + n;
        return name;
    }

    public static string ToPlain(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in name)
            text.Append(IsPart(c) ? c : '_');
        string plain = Startable(text);
        return s_keywords.Contains(plain) ? "@" + plain : plain;
    }

    private static string Startable(StringBuilder text)
    {
        if (text.Length == 0 || !(char.IsLetter(text[0]) || text[0] == '_'))
            text.Insert(0, '_');
        return text.ToString();
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
