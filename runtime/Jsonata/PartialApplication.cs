using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>A function with some of its arguments given: <c>$substring(?, 0, 3)</c>.</summary>
internal sealed class PartialApplication : JsonataFunction
{
    private readonly JsonataFunction _function;
    private readonly JsonValue[] _given;
    private readonly int[] _open;

    /// <summary>Keeps the arguments given; <paramref name="open"/> says which places are left to the caller.</summary>
    public PartialApplication(JsonataFunction function, JsonValue[] given, ReadOnlySpan<int> open)
    {
        _function = function;
        _given = new JsonValue[function.Arity];
        given.AsSpan(0, Math.Min(given.Length, _given.Length)).CopyTo(_given);
        _open = open.ToArray();
    }

    public override int Arity => _open.Length;

    public override JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation)
    {
        JsonValue[] all = [.. _given];
        for (int i = 0; i < _open.Length; i++)
        {
            if (_open[i] < all.Length)
            {
                all[_open[i]] = arguments.At(i);
            }
        }

        return _function.InvokeUnchecked(all, evaluation);
    }
}
