namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A parameter of a <see cref="JsonataSignature"/>.</summary>
public sealed class JsonataParameter
{
    // In the order written, which the regular expression keeps.
    private string _quantifiers = "";

    internal JsonataParameter(string types)
    {
        Type = types;
        Accepts = types[0] switch
        {
            '(' => types.Substring(1, types.Length - 2) + "m",
            'f' => "f",
            'j' => "asnblom",
            'a' or 'x' => "asnblfom",
            _ => types + "m",
        };
    }

    /// <summary>
    /// The type as written: one of <c>s n b l o a f j x</c> (string, number, boolean, null, object, array, function, any JSON value, any
    /// value at all), or several in parentheses.
    /// </summary>
    public string Type { get; }

    /// <summary>
    /// The kinds of value that fit, one letter each as in <see cref="Type"/>, <c>m</c> for a missing (undefined) one. An array takes
    /// anything: what is none becomes an array of one.
    /// </summary>
    public string Accepts { get; }

    /// <summary>Whether it is an array: other values are put into one.</summary>
    public bool IsArray => Type == "a";

    /// <summary>What stands in angle brackets after an array or a function: <c>n</c> of <c>a&lt;n&gt;</c>; null without. Only that of an array is checked.</summary>
    public string? Subtype { get; internal set; }

    /// <summary>Whether the context item stands in when the argument is not given (<c>-</c>).</summary>
    public bool TakesContext { get; private set; }

    /// <summary>Whether the argument may be left out (<c>?</c>, and <c>-</c> too).</summary>
    public bool IsOptional { get; private set; }

    /// <summary>Whether there may be more than one such argument (<c>+</c>).</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>The part of JSONata's regular expression over the kinds of all arguments that stands for this parameter: <c>[sm]?</c>.</summary>
    public string Pattern => (Type == "f" ? "f" : "[" + Accepts + "]") + _quantifiers;

    internal void Quantify(char sign)
    {
        TakesContext |= sign == '-';
        IsOptional |= sign is '-' or '?';
        IsRepeated |= sign == '+';
        _quantifiers += sign == '-' ? '?' : sign;
    }
}
