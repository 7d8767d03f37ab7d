using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// <c>=</c>, <c>&lt;</c> and the like, <c>in</c>. The methods that answer with a bool are for conditions, where a missing operand makes the
/// comparison false; as a value such a comparison is missing.
/// </summary>
public static class Comparisons
{
    /// <summary><c>=</c>: by value, however deep. A missing operand equals nothing.</summary>
    public static bool AreEqual(JsonValue left, JsonValue right)
    {
        JsonKind kind = left.Kind;
        if (kind != right.Kind)
        {
            return false;
        }

        return kind switch
        {
            JsonKind.Missing => false,
            JsonKind.Number => left.AsDouble() == right.AsDouble(),
            JsonKind.Function => ReferenceEquals(left.Node, right.Node),
            JsonKind.Array or JsonKind.Object => AreEqualDeep(left, right),
            _ => left.Equals(right),
        };
    }

    /// <summary><c>=</c> with a number, NaN for a missing one.</summary>
    public static bool AreEqual(JsonValue left, double right) => left.TryGetDouble(out double number) && number == right;

    /// <summary><c>!=</c>: a missing operand makes it false.</summary>
    public static bool AreDifferent(JsonValue left, JsonValue right) => !left.IsMissing && !right.IsMissing && !AreEqual(left, right);

    /// <summary><c>in</c>: whether a value is among the items of the right side. Objects and arrays are only themselves.</summary>
    public static bool IsIn(JsonValue left, JsonValue right, Evaluation evaluation)
    {
        if (left.IsMissing)
        {
            return false;
        }

        foreach (JsonValue item in Items.Of(right))
        {
            evaluation.Step();
            if (left.Kind is JsonKind.Array or JsonKind.Object ? ReferenceEquals(left.Node, item.Node) && left.Bits == item.Bits : AreEqual(left, item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Orders two operands: the sign is that of left minus right. False if one is missing.</summary>
    /// <exception cref="JsonataException">T2010: an operand is neither number nor string. T2009: one is the one, one the other.</exception>
    public static bool TryCompare(JsonValue left, JsonValue right, string operation, out int order)
    {
        if (left.TryGetDouble(out double number) && right.TryGetDouble(out double other))
        {
            order = number.CompareTo(other);
            return true;
        }

        if (left.IsString && right.IsString)
        {
            order = left.CompareOrdinal(right);
            return true;
        }

        order = 0;
        RefuseUncomparable(left, right, operation);
        return false;
    }

    /// <summary><c>&lt;</c> in a condition.</summary>
    public static bool IsLess(JsonValue left, JsonValue right) => TryCompare(left, right, "<", out int order) && order < 0;

    /// <summary><c>&lt;=</c> in a condition.</summary>
    public static bool IsLessOrEqual(JsonValue left, JsonValue right) => TryCompare(left, right, "<=", out int order) && order <= 0;

    /// <summary><c>&gt;</c> in a condition.</summary>
    public static bool IsGreater(JsonValue left, JsonValue right) => TryCompare(left, right, ">", out int order) && order > 0;

    /// <summary><c>&gt;=</c> in a condition.</summary>
    public static bool IsGreaterOrEqual(JsonValue left, JsonValue right) => TryCompare(left, right, ">=", out int order) && order >= 0;

    /// <summary><c>&lt;</c>.</summary>
    public static JsonValue Less(JsonValue left, JsonValue right) => TryCompare(left, right, "<", out int order) ? JsonValue.Boolean(order < 0) : default;

    /// <summary><c>&lt;=</c>.</summary>
    public static JsonValue LessOrEqual(JsonValue left, JsonValue right) => TryCompare(left, right, "<=", out int order) ? JsonValue.Boolean(order <= 0) : default;

    /// <summary><c>&gt;</c>.</summary>
    public static JsonValue Greater(JsonValue left, JsonValue right) => TryCompare(left, right, ">", out int order) ? JsonValue.Boolean(order > 0) : default;

    /// <summary><c>&gt;=</c>.</summary>
    public static JsonValue GreaterOrEqual(JsonValue left, JsonValue right) => TryCompare(left, right, ">=", out int order) ? JsonValue.Boolean(order >= 0) : default;

    /// <summary>The left operand of a comparison with a number, NaN for a missing one.</summary>
    /// <exception cref="JsonataException">T2009, T2010: it is no number.</exception>
    public static double Left(JsonValue value, double other, string operation)
    {
        if (value.TryGetDouble(out double number))
        {
            return number;
        }

        RefuseUncomparable(value, Numbers.Value(other), operation);
        return double.NaN;
    }

    /// <summary>The right operand of a comparison with a number, NaN for a missing one.</summary>
    /// <exception cref="JsonataException">T2009, T2010: it is no number.</exception>
    public static double Right(double other, JsonValue value, string operation)
    {
        if (value.TryGetDouble(out double number))
        {
            return number;
        }

        RefuseUncomparable(Numbers.Value(other), value, operation);
        return double.NaN;
    }

    private static bool AreEqualDeep(in JsonValue left, in JsonValue right)
    {
        try
        {
            return left.Equals(right);
        }
        catch (InvalidOperationException)
        {
            throw JsonataError.TooDeep();
        }
    }

    private static void RefuseUncomparable(JsonValue left, JsonValue right, string operation)
    {
        if (!IsComparable(left) || !IsComparable(right))
        {
            throw JsonataError.Of("T2010", token: operation, value: left.IsString || left.IsNumber ? right : left);
        }

        if (!left.IsMissing && !right.IsMissing)
        {
            throw JsonataError.Of("T2009", token: operation, value: left, second: right);
        }
    }

    private static bool IsComparable(JsonValue value) => value.Kind is JsonKind.Missing or JsonKind.Number or JsonKind.String;
}
