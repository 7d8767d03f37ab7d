using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// What a function's arguments must be, <c>&lt;s-nn?:s&gt;</c>: checks them, puts the context in for one left out, and makes arrays of single
/// values where arrays are wanted, all as JSONata does.
/// </summary>
public sealed class Signature
{
    private readonly SignatureParameter[] _parameters;

    /// <summary>Takes over the parameters in order.</summary>
    public Signature(params SignatureParameter[] parameters) => _parameters = parameters;

    /// <summary>The arguments as the function gets them.</summary>
    /// <exception cref="JsonataException">T0410, T0412: an argument doesn't fit. T0411: the context doesn't.</exception>
    internal ReadOnlySpan<JsonValue> Validate(ReadOnlySpan<JsonValue> arguments, JsonValue context, string? name)
    {
        Span<int> taken = stackalloc int[_parameters.Length];
        if (!TryMatch(arguments, 0, 0, taken))
        {
            throw JsonataError.Of("T0410", token: name, index: FirstMismatch(arguments) + 1);
        }

        // Each parameter gives one argument at least, also one that took none.
        var validated = new JsonValue[_parameters.Length + arguments.Length];
        int next = 0, count = 0;
        for (int i = 0; i < taken.Length; i++)
        {
            SignatureParameter parameter = _parameters[i];
            if (taken[i] == 0)
            {
                if (parameter.TakesContext)
                {
                    validated[count++] = parameter.Accepts(context) ? context : throw JsonataError.Of("T0411", token: name, index: next + 1);
                }
                else
                {
                    validated[count++] = arguments.At(next++);
                }
            }

            for (int n = 0; n < taken[i]; n++, next++)
            {
                validated[count++] = parameter.Coerce(arguments.At(next), next + 1, name);
            }
        }

        return validated.AsSpan(0, count);
    }

    // JSONata matches one regular expression against the kinds of all arguments: each parameter takes as much as it can, less if the
    // rest would not fit.
    private bool TryMatch(ReadOnlySpan<JsonValue> arguments, int parameter, int argument, Span<int> taken)
    {
        if (parameter == _parameters.Length)
        {
            return argument == arguments.Length;
        }

        SignatureParameter current = _parameters[parameter];
        int most = 0;
        while (argument + most < arguments.Length && most < current.Most && current.Accepts(arguments[argument + most]))
        {
            most++;
        }

        for (int take = most; take >= current.Least; take--)
        {
            taken[parameter] = take;
            if (TryMatch(arguments, parameter + 1, argument + take, taken))
            {
                return true;
            }
        }

        return false;
    }

    // JSONata tries longer and longer beginnings of the signature; what the last good one took was right.
    private int FirstMismatch(ReadOnlySpan<JsonValue> arguments)
    {
        int good = 0;
        for (int length = 1; length <= _parameters.Length; length++)
        {
            int end = LongestPrefix(arguments, 0, 0, length);
            if (end < 0)
            {
                return good;
            }

            good = end;
        }

        return good;
    }

    private int LongestPrefix(ReadOnlySpan<JsonValue> arguments, int parameter, int argument, int length)
    {
        if (parameter == length)
        {
            return argument;
        }

        SignatureParameter current = _parameters[parameter];
        int most = 0;
        while (argument + most < arguments.Length && most < current.Most && current.Accepts(arguments[argument + most]))
        {
            most++;
        }

        for (int take = most; take >= current.Least; take--)
        {
            int end = LongestPrefix(arguments, parameter + 1, argument + take, length);
            if (end >= 0)
            {
                return end;
            }
        }

        return -1;
    }
}
