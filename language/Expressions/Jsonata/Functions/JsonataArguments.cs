using System.Globalization;
using System.Text.RegularExpressions;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Judges the arguments of a call of a built-in function by what can be seen of them without evaluating anything.</summary>
public static class JsonataArguments
{
    // Stands for an argument of which nothing is known; it fits everything.
    private const char Unknown = '?';

    /// <summary>Why the call fails whenever it is evaluated; null where it may succeed.</summary>
    /// <param name="function">The function called.</param>
    /// <param name="arguments">The arguments as written.</param>
    /// <param name="isPiped">Whether <c>~&gt;</c> puts a value before them.</param>
    public static string? Judge(JsonataBuiltIn function, IReadOnlyList<JsonataNode> arguments, bool isPiped)
    {
        IReadOnlyList<JsonataParameter> parameters = function.Signature.Parameters;
        int count = arguments.Count + (isPiped ? 1 : 0);
        int least = parameters.Count(parameter => !parameter.IsOptional);
        int most = parameters.Any(parameter => parameter.IsRepeated) ? int.MaxValue : parameters.Count;
        if (count < least || count > most)
            return $"'${function.Name}' is given {Counted(count)}; expected {Range(least, most)}";
        string kinds = (isPiped ? Unknown.ToString() : "") + string.Concat(arguments.Select(KindOf));
        return WrongKind(function, kinds);
    }

    // As JSONata finds the argument to blame: the first at which no more parameters match.
    private static string? WrongKind(JsonataBuiltIn function, string kinds)
    {
        string pattern = "^";
        int good = 0;
        foreach (JsonataParameter parameter in function.Signature.Parameters)
        {
            pattern += "(" + (parameter.Type == "f" ? parameter.Pattern.Replace("f", "[f?]") : parameter.Pattern.Replace("[", "[?")) + ")";
            Match match = Regex.Match(kinds, pattern);
            if (!match.Success)
                return Blame(function, kinds, good, "T0410");
            good = match.Length;
        }
        Match whole = Regex.Match(kinds, pattern + "$");
        if (!whole.Success)
            return Blame(function, kinds, good, "T0410");
        return kinds.Contains(Unknown) ? null : WrongElement(function, kinds, whole);
    }

    private static string? WrongElement(JsonataBuiltIn function, string kinds, Match whole)
    {
        IReadOnlyList<JsonataParameter> parameters = function.Signature.Parameters;
        for (int i = 0; i < parameters.Count; i++)
        {
            Group group = whole.Groups[i + 1];
            if (parameters[i] is { IsArray: true, Subtype: { } subtype } && group.Length == 1 && group.Value != "a" && group.Value != subtype)
                return Blame(function, kinds, group.Index, "T0412");
        }
        return null;
    }

    private static string Blame(JsonataBuiltIn function, string kinds, int index, string code)
    {
        string what = kinds[Math.Min(index, kinds.Length - 1)] switch
        {
            's' => "a string",
            'n' => "a number",
            'b' => "a boolean",
            'l' => "null",
            'a' => "an array",
            'o' => "an object",
            'f' => "a function",
            _ => "of the wrong type",
        };
        string number = (Math.Min(index, kinds.Length - 1) + 1).ToString(CultureInfo.InvariantCulture);
        return $"Argument {number} of '${function.Name}' is {what}, which fails with {code}; its signature is '{function.SignatureText}'";
    }

    private static char KindOf(JsonataNode node) => node.Predicates.Count > 0 || node.Group is not null ? Unknown : node switch
    {
        StringLiteral => 's',
        NumberLiteral => 'n',
        BooleanLiteral => 'b',
        NullLiteral => 'l',
        ArrayConstructorNode => 'a',
        ObjectConstructorNode => 'o',
        LambdaNode or RegexLiteral or TransformNode or PartialNode => 'f',
        _ => Unknown,
    };

    private static string Counted(int count) => count == 1 ? "1 argument" : count.ToString(CultureInfo.InvariantCulture) + " arguments";

    private static string Range(int least, int most)
    {
        string from = least.ToString(CultureInfo.InvariantCulture);
        return most == int.MaxValue ? $"at least {from}"
            : least == most ? from
            : $"{from} to {most.ToString(CultureInfo.InvariantCulture)}";
    }
}
