using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The value of an order-by term for one item; a number is read once, however often it is compared.</summary>
internal readonly struct SortKey
{
    private readonly JsonValue _value;
    private readonly double _number;
    private readonly bool _isNumber;

    public SortKey(JsonValue value)
    {
        _value = value;
        _isNumber = value.TryGetDouble(out _number);
    }

    /// <summary>More than 0 where the left one has to come last; a missing one always does.</summary>
    /// <exception cref="JsonataException">T2008: one is neither number nor string. T2007: one is the one, one the other.</exception>
    public static int Compare(in SortKey left, in SortKey right, bool isDescending)
    {
        int order;
        if (left._isNumber && right._isNumber)
        {
            order = left._number.CompareTo(right._number);
        }
        else if (left._value.IsMissing || right._value.IsMissing)
        {
            return left._value.IsMissing ? right._value.IsMissing ? 0 : 1 : -1;
        }
        else if (left._value.IsString && right._value.IsString)
        {
            order = left._value.CompareOrdinal(right._value);
        }
        else
        {
            throw Refuse(left, right);
        }

        return isDescending ? -order : order;
    }

    private static JsonataException Refuse(in SortKey left, in SortKey right)
    {
        bool isLeft = left._isNumber || left._value.IsString;
        return isLeft && (right._isNumber || right._value.IsString)
            ? JsonataError.Of("T2007", value: left._value, second: right._value)
            : JsonataError.Of("T2008", value: isLeft ? right._value : left._value);
    }
}
