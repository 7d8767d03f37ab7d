using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>What is known of a call of a built-in function before it is made.</summary>
internal static class BuiltInCall
{
    /// <summary>
    /// The arguments of the method that does the function, missing ones filled in; null where only their values tell whether the context
    /// stands in for the first, or they don't fit.
    /// </summary>
    public static Term[]? Arrange(JsonataBuiltIn function, Term[] given, Context context, out bool takesContext)
    {
        takesContext = false;
        IReadOnlyList<JsonataParameter> parameters = function.Signature.Parameters;
        if (parameters.Any(parameter => parameter.IsRepeated) || given.Length > parameters.Count)
            return null;
        bool mayTakeContext = parameters.Count > 0 && parameters[0].TakesContext;
        int required = parameters.Count(parameter => !parameter.IsOptional);
        if (mayTakeContext && given.Length == required && given.Length < parameters.Count && (given.Length == 0 || parameters.Skip(1).Take(required).All(parameter => !parameter.IsOptional)))
        {
            takesContext = true;
            // What is wrong with an argument is told before what is wrong with the context.
            bool isInOrder = Fits(context.Term.Kinds, parameters[0].Accepts) || SurelyFit(parameters, given, first: 1);
            return !isInOrder || CannotFit(parameters, given, first: 1) ? null : Filled([context.Term, .. given], parameters.Count);
        }
        if (given.Length < required + (mayTakeContext ? 1 : 0))
            return null;
        if (mayTakeContext && given.Length < parameters.Count && MayMeanContext(parameters, given))
            return null;
        return MayMissFunction(parameters, given) ? null : Filled(given, parameters.Count);
    }

    /// <summary>Whether every value of these kinds is accepted, by the letters of signatures.</summary>
    public static bool Fits(Kinds kinds, string accepts) => (kinds & ~Accepted(accepts)) == 0;

    /// <summary>What the function gives, where its signature can be trusted.</summary>
    public static Kinds Result(JsonataBuiltIn function)
    {
        switch (function.Name)
        {
            case "exists": return Kinds.Boolean;
            case "count" or "millis" or "random": return Kinds.Number;
        }
        string text = function.SignatureText;
        return text.Substring(text.LastIndexOf(':') + 1) switch
        {
            "n>" => Kinds.Number | Kinds.Missing,
            "s>" => Kinds.String | Kinds.Missing,
            "b>" => Kinds.Boolean | Kinds.Missing,
            _ => Kinds.Any,
        };
    }

    /// <summary>Whether the result may be a sequence that has to collapse.</summary>
    public static bool IsOpen(JsonataBuiltIn function) => Result(function) == Kinds.Any;

    /// <summary>How many parameters JSONata's own implementation declares, which is how many arguments higher-order functions pass.</summary>
    public static int Arity(JsonataBuiltIn function) => function.Name switch
    {
        "string" => 1,
        "zip" => 0,
        _ => function.Signature.Parameters.Count,
    };

    // JSONata prefers to take the first argument for the first parameter; only if it does not fit there the context stands in.
    private static bool MayMeanContext(IReadOnlyList<JsonataParameter> parameters, Term[] given)
    {
        bool fitsAsGiven = true;
        for (int i = 0; i < given.Length; i++)
        {
            if ((given[i].Kinds & Accepted(parameters[i + 1].Accepts)) == 0)
                return false;
            fitsAsGiven &= Fits(given[i].Kinds, parameters[i].Accepts);
        }
        return !fitsAsGiven;
    }

    // Such a call is refused whatever the context is (T0410, not T0411), unless a value is missing.
    private static bool CannotFit(IReadOnlyList<JsonataParameter> parameters, Term[] given, int first)
    {
        for (int i = 0; i < given.Length; i++)
        {
            if ((given[i].Kinds & Accepted(parameters[first + i].Accepts) & ~Kinds.Missing) == 0)
                return true;
        }
        return false;
    }

    // Arguments that can neither fail nor be refused.
    private static bool SurelyFit(IReadOnlyList<JsonataParameter> parameters, Term[] given, int first)
    {
        for (int i = 0; i < given.Length; i++)
        {
            if (!given[i].IsStable || !Fits(given[i].Kinds, parameters[first + i].Accepts))
                return false;
        }
        return true;
    }

    // A function may be left out, but not be a missing value; the method could not tell the two apart.
    private static bool MayMissFunction(IReadOnlyList<JsonataParameter> parameters, Term[] given)
    {
        for (int i = 0; i < given.Length; i++)
        {
            if (parameters[i] is { IsOptional: true, Type: "f" } && (given[i].Kinds & Kinds.Missing) != 0)
                return true;
        }
        return false;
    }

    private static Kinds Accepted(string accepts)
    {
        Kinds kinds = Kinds.None;
        foreach (char letter in accepts)
        {
            kinds |= letter switch
            {
                's' => Kinds.String,
                'n' => Kinds.Number,
                'b' => Kinds.Boolean,
                'l' => Kinds.Null,
                'o' => Kinds.Object,
                'a' => Kinds.Array,
                'f' => Kinds.Function,
                'm' => Kinds.Missing,
                _ => Kinds.None,
            };
        }
        return kinds;
    }

    private static Term[] Filled(Term[] given, int count)
    {
        var arguments = new Term[count];
        for (int i = 0; i < count; i++)
            arguments[i] = i < given.Length ? given[i] : Term.Missing;
        return arguments;
    }
}
