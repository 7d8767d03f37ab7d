using System.Runtime.CompilerServices;
using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// An expression of a JSONata state as errors name it, by its text and the place of its field. It takes what the expression gave and
/// says what is wrong with it. FEATURES L-057 to L-061.
/// </summary>
/// <param name="expression">The expression without its <c>{% %}</c>.</param>
/// <param name="field">The field, and with slashes the place inside it: <c>Output/total</c>.</param>
public sealed class QueryField(string expression, string field)
{
    /// <summary>The value as later states see it, if it is JSON; otherwise a fault.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonValue Take(in JsonValue value, ref Fault? fault)
        => value.Node is Document or string or Tag ? value : TakeBuilt(in value, ref fault);

    private JsonValue TakeBuilt(in JsonValue value, ref Fault? fault)
    {
        JsonValue plain = value.Plain;
        if (plain.IsJson)
            return plain;
        fault = Refuse(in value);
        return default;
    }

    /// <summary>As <see cref="Take"/>, for an expression that can keep arrays of one (<c>x[]</c>) inside what it makes.</summary>
    public JsonValue TakeKept(in JsonValue value, ref Fault? fault) => Take(in value, ref fault).PlainThroughout;

    /// <summary>The truth of a value that must be a boolean.</summary>
    public bool TakeBoolean(in JsonValue value, ref Fault? fault)
    {
        if (!value.IsBoolean)
            fault = Refuse(in value, "boolean");
        return value.IsTrue;
    }

    /// <summary>A value that must be an array.</summary>
    public JsonValue TakeArray(in JsonValue value, ref Fault? fault)
    {
        JsonValue taken = Take(in value, ref fault);
        if (fault is null && !taken.IsArray)
            fault = Refuse(in taken, "array");
        return taken;
    }

    /// <summary>A value that must be a string, as a value.</summary>
    public JsonValue TakeString(in JsonValue value, ref Fault? fault)
    {
        if (!value.IsString)
            fault = Refuse(in value, "string");
        return value;
    }

    /// <summary>The text of a value that must be a string.</summary>
    public string? TakeText(in JsonValue value, ref Fault? fault) => TakeString(in value, ref fault) is { IsString: true } text ? text.AsString() : null;

    /// <summary>A value that must be a whole number between two bounds, both included.</summary>
    public long TakeWhole(in JsonValue value, long least, long most, ref Fault? fault)
    {
        if (!value.IsNumber)
            fault = Refuse(in value, "number");
        else if (!value.TryGetInt64(out long whole) || whole < least || whole > most)
            fault = Faults.QueryOutOfRange(expression, field, least, most, value);
        else
            return whole;
        return 0;
    }

    /// <summary>A value that must be a number between two bounds, both included.</summary>
    public double TakeNumber(in JsonValue value, long least, long most, ref Fault? fault)
    {
        if (!value.TryGetDouble(out double number))
            fault = Refuse(in value, "number");
        else if (number < least || number > most)
            fault = Faults.QueryOutOfRange(expression, field, least, most, value);
        else
            return number;
        return 0;
    }

    /// <summary>The items of a distributed Map: an array, or an object whose members they are.</summary>
    public JsonValue TakeItems(in JsonValue value, ref Fault? fault)
        => value.IsObject ? Take(in value, ref fault) : TakeArray(in value, ref fault);

    /// <summary>A value that must be a timestamp. FEATURES L-255.</summary>
    public DateTimeOffset TakeTimestamp(in JsonValue value, ref Fault? fault)
    {
        DateTimeOffset instant = default;
        if (!value.IsString)
            fault = Refuse(in value, "string");
        else if (!Timestamps.TryParse(value, out instant))
            fault = Faults.TimestampNotTimestamp(value);
        return instant;
    }

    /// <summary>The expression failed.</summary>
    public Fault Failed(JsonataException exception) => Faults.QueryError(expression, field, exception.ToString());

    private Fault Refuse(in JsonValue value, string? expected = null)
    {
        if (value.IsMissing)
            return Faults.QueryUndefined(expression, field);
        return expected is null || !value.IsJson ? Faults.QueryUnsupportedType(expression, field) : Faults.QueryWrongType(expression, field, expected, value);
    }
}
