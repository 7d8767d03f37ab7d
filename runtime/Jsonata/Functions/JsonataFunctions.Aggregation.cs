using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>Numbers over arrays. A value that is no array stands for an array of one.</content>
public static partial class JsonataFunctions
{
    /// <summary><c>$sum(array)</c>: 0 for no elements.</summary>
    public static JsonValue Sum(JsonValue numbers)
    {
        if (numbers.IsMissing)
        {
            return default;
        }

        double total = 0;
        foreach (double number in new NumberItems(numbers, "sum"))
        {
            total += number;
        }

        return NumberResult.Of(total);
    }

    /// <summary><c>$max(array)</c>: nothing for no elements.</summary>
    public static JsonValue Max(JsonValue numbers)
    {
        if (numbers.IsMissing)
        {
            return default;
        }

        double most = double.NegativeInfinity;
        bool isEmpty = true;
        foreach (double number in new NumberItems(numbers, "max"))
        {
            isEmpty = false;
            most = Math.Max(most, number);
        }

        return isEmpty ? default : NumberResult.Of(most);
    }

    /// <summary><c>$min(array)</c>: nothing for no elements.</summary>
    public static JsonValue Min(JsonValue numbers)
    {
        if (numbers.IsMissing)
        {
            return default;
        }

        double least = double.PositiveInfinity;
        bool isEmpty = true;
        foreach (double number in new NumberItems(numbers, "min"))
        {
            isEmpty = false;
            least = Math.Min(least, number);
        }

        return isEmpty ? default : NumberResult.Of(least);
    }

    /// <summary><c>$average(array)</c>: nothing for no elements.</summary>
    public static JsonValue Average(JsonValue numbers)
    {
        if (numbers.IsMissing)
        {
            return default;
        }

        double total = 0;
        int count = 0;
        foreach (double number in new NumberItems(numbers, "average"))
        {
            total += number;
            count++;
        }

        return count == 0 ? default : NumberResult.Of(total / count);
    }

    /// <summary><c>$count(array)</c>: 0 for a missing value, 1 for one that is no array.</summary>
    public static JsonValue Count(JsonValue array)
        => JsonValue.Number(array.IsArray ? array.Count : array.IsMissing ? 0L : 1L);
}
