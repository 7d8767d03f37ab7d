using System.Text.RegularExpressions;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// The comparisons of filters, as Jayway JsonPath makes them. A missing operand equals nothing and is in no order, so it makes every
/// comparison false but <c>!=</c>, <c>!==</c> and <c>nin</c>.
/// </summary>
public static class Filters
{
    /// <summary><c>@.a</c> alone: there is a value, be it null or false.</summary>
    public static bool Exists(JsonValue value) => !value.IsMissing;

    /// <summary>An indefinite path alone, such as <c>@..a</c>: it finds at least one value.</summary>
    public static bool ExistsAny(JsonValue matches) => matches.Count > 0;

    /// <summary><c>==</c>: the same JSON; a number also equals a string that spells it.</summary>
    public static bool Equal(JsonValue left, JsonValue right)
    {
        if (left.IsMissing || right.IsMissing)
        {
            return false;
        }

        if (left.IsNumber && right.IsString)
        {
            return JsonNumber.TryRead(right.AsString(), out JsonValue number) && NumberOrder.Compare(left, number) == 0;
        }

        return left.IsString && right.IsNumber ? left.AsString() == right.ToString() : left.Equals(right);
    }

    /// <summary><c>!=</c>.</summary>
    public static bool NotEqual(JsonValue left, JsonValue right) => !Equal(left, right);

    /// <summary><c>===</c>: equal and of one type.</summary>
    public static bool StrictEqual(JsonValue left, JsonValue right) => !left.IsMissing && left.Equals(right);

    /// <summary><c>!==</c>.</summary>
    public static bool StrictNotEqual(JsonValue left, JsonValue right) => !StrictEqual(left, right);

    /// <summary><c>&lt;</c>, for two numbers or two strings.</summary>
    public static bool Less(JsonValue left, JsonValue right) => TryOrder(left, right, out int order) && order < 0;

    /// <summary><c>&lt;=</c>, for two numbers or two strings.</summary>
    public static bool LessOrEqual(JsonValue left, JsonValue right) => TryOrder(left, right, out int order) && order <= 0;

    /// <summary><c>&gt;</c>, for two numbers or two strings.</summary>
    public static bool Greater(JsonValue left, JsonValue right) => TryOrder(left, right, out int order) && order > 0;

    /// <summary><c>&gt;=</c>, for two numbers or two strings.</summary>
    public static bool GreaterOrEqual(JsonValue left, JsonValue right) => TryOrder(left, right, out int order) && order >= 0;

    /// <summary><c>=~</c>: the expression, made by <see cref="FilterPattern.Of"/>, matches the whole text; of an array, of one element.</summary>
    public static bool Matches(JsonValue value, Regex regex)
    {
        if (!value.IsArray)
        {
            return FilterPattern.IsMatch(regex, value);
        }

        foreach (JsonValue item in value.Items())
        {
            if (FilterPattern.IsMatch(regex, item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>in</c>: the right array has an element equal to the left value.</summary>
    public static bool In(JsonValue left, JsonValue right)
    {
        foreach (JsonValue item in right.Items())
        {
            if (Equal(left, item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>nin</c>.</summary>
    public static bool NotIn(JsonValue left, JsonValue right) => !In(left, right);

    /// <summary><c>contains</c>: the left string contains the right one, or the left array has an element equal to the right value.</summary>
    public static bool Contains(JsonValue left, JsonValue right)
        => left.IsString ? right.IsString && left.AsString().Contains(right.AsString(), StringComparison.Ordinal) : In(right, left);

    /// <summary><c>subsetof</c>: both are arrays and the right one has every element of the left one.</summary>
    public static bool SubsetOf(JsonValue left, JsonValue right) => left.IsArray && right.IsArray && InCommon(left, right) == left.Count;

    /// <summary><c>all</c>: both are arrays and the left one has every element of the right one.</summary>
    public static bool All(JsonValue left, JsonValue right) => SubsetOf(right, left);

    /// <summary><c>anyof</c>: both are arrays and have an element in common.</summary>
    public static bool AnyOf(JsonValue left, JsonValue right) => left.IsArray && right.IsArray && InCommon(left, right) > 0;

    /// <summary><c>noneof</c>: both are arrays and have no element in common.</summary>
    public static bool NoneOf(JsonValue left, JsonValue right) => left.IsArray && right.IsArray && InCommon(left, right) == 0;

    /// <summary><c>size</c>: the left array, object or string has as many elements, members or characters as the right number says.</summary>
    public static bool Size(JsonValue left, JsonValue right)
        => right.TryGetInt64(out long size) && IsSized(left) && SizeOf(left) == size;

    /// <summary><c>empty</c>: whether the left array, object or string has nothing in it is what the right boolean says.</summary>
    public static bool Empty(JsonValue left, JsonValue right) => right.IsBoolean && IsSized(left) && (SizeOf(left) == 0) == right.IsTrue;

    private static bool IsSized(JsonValue value) => value.IsArray || value.IsObject || value.IsString;

    private static int SizeOf(JsonValue value) => value.IsString ? value.AsString().Length : value.Count;

    private static bool TryOrder(JsonValue left, JsonValue right, out int order)
    {
        order = 0;
        if (left.IsNumber && right.IsNumber)
        {
            order = NumberOrder.Compare(left, right);
            return true;
        }

        if (!left.IsString || !right.IsString)
        {
            return false;
        }

        order = left.CompareOrdinal(right);
        return true;
    }

    private static int InCommon(JsonValue left, JsonValue right)
    {
        int count = 0;
        foreach (JsonValue item in left.Items())
        {
            if (In(item, right))
            {
                count++;
            }
        }

        return count;
    }
}
