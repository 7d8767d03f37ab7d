namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Why a regular expression in an expression is none.</summary>
public sealed class JsonataRegexFault
{
    internal JsonataRegexFault(string code, int start, int length, string message)
    {
        Code = code;
        Start = start;
        Length = length;
        Message = message;
    }

    /// <summary>S0301: it is empty; S0302: it does not end; S0303, our own: the pattern or its flags are wrong, where JavaScript throws a SyntaxError.</summary>
    public string Code { get; }

    /// <summary>The place that is wrong, counted in the expression.</summary>
    public int Start { get; }

    /// <summary>How many characters are wrong there; may be 0.</summary>
    public int Length { get; }

    /// <summary>What is wrong, then what was expected.</summary>
    public string Message { get; }
}
