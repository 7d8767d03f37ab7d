using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <summary>Deep equality of JSON values, and the hash that goes with it.</summary>
internal static class Equality
{
    // Above this, members that stand in another order are looked up through a table.
    private const int MostLookups = 16;

    public static bool AreEqual(in JsonValue left, in JsonValue right, int level)
    {
        if (ReferenceEquals(left.Node, right.Node) && left.Bits == right.Bits)
        {
            return true;
        }

        if (left.Node is Document a && right.Node is Document b && a.Text((int)left.Bits).SequenceEqual(b.Text((int)right.Bits)))
        {
            return true;
        }

        JsonKind kind = left.Kind;
        if (kind != right.Kind)
        {
            return false;
        }

        return kind switch
        {
            JsonKind.Number => AreEqualNumbers(left, right),
            JsonKind.String => AreEqualStrings(left, right),
            JsonKind.Array => AreEqualArrays(left, right, level),
            JsonKind.Object => AreEqualObjects(left, right, level),
            JsonKind.Failure => left.AsFault!.Error == right.AsFault!.Error && left.AsFault.Cause == right.AsFault.Cause,
            _ => true,
        };
    }

    [SkipLocalsInit]
    public static bool AreEqualStrings(in JsonValue left, in JsonValue right)
    {
        if (left.IsPlain && right.IsPlain)
        {
            return ((Document)left.Node!).Unquoted((int)left.Bits).SequenceEqual(((Document)right.Node!).Unquoted((int)right.Bits));
        }

        using TextChars a = new(left, stackalloc char[TextChars.StackChars]);
        using TextChars b = new(right, stackalloc char[TextChars.StackChars]);
        return a.Chars.SequenceEqual(b.Chars);
    }

    public static int Hash(in JsonValue value, int level)
    {
        switch (value.Kind)
        {
            case JsonKind.Number:
                return Whole(value, out long whole, out double number) ? whole.GetHashCode() : number.GetHashCode();
            case JsonKind.String:
                return HashString(value);
            case JsonKind.Array:
                return HashItems(value, level);
            case JsonKind.Object:
                return HashMembers(value, level);
            case JsonKind.Failure:
                return HashCode.Combine(value.AsFault!.Error, value.AsFault.Cause);
            default:
                return (int)value.Kind;
        }
    }

    private static bool AreEqualNumbers(in JsonValue left, in JsonValue right)
    {
        bool isWhole = Whole(left, out long leftWhole, out double leftNumber);
        return isWhole == Whole(right, out long rightWhole, out double rightNumber) && leftWhole == rightWhole && leftNumber.Equals(rightNumber);
    }

    // Each number has one form: a whole one of 64 bits, or else a double. Both out values are set, the other one to 0.
    private static bool Whole(in JsonValue value, out long whole, out double number)
    {
        number = 0;
        if (value.TryGetInt64(out whole))
        {
            return true;
        }

        number = value.AsDouble();
        if (!JsonValue.TryWhole(number, out whole))
        {
            return false;
        }

        number = 0;
        return true;
    }

    private static bool AreEqualArrays(in JsonValue left, in JsonValue right, int level)
    {
        Measuring.RefuseDeeper(level);
        ItemEnumerator other = right.Items();
        foreach (JsonValue item in left.Items())
        {
            if (!other.MoveNext() || !AreEqual(item, other.Current, level + 1))
            {
                return false;
            }
        }

        return !other.MoveNext();
    }

    private static bool AreEqualObjects(in JsonValue left, in JsonValue right, int level)
    {
        Measuring.RefuseDeeper(level);
        int count = left.Count;
        if (count != right.Count)
        {
            return false;
        }

        Dictionary<string, JsonValue>? table = null;
        MemberEnumerator other = right.Members();
        foreach (JsonMember member in left.Members())
        {
            other.MoveNext();
            JsonMember samePlace = other.Current;
            JsonValue counterpart;
            if (member.Quoted.SequenceEqual(samePlace.Quoted))
            {
                counterpart = samePlace.Value;
            }
            else if (count <= MostLookups)
            {
                counterpart = right.Find(member.Quoted);
            }
            else
            {
                table ??= Table(right, count);
                table.TryGetValue(member.Name, out counterpart);
            }

            if (counterpart.IsMissing || !AreEqual(member.Value, counterpart, level + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, JsonValue> Table(in JsonValue value, int count)
    {
        var table = new Dictionary<string, JsonValue>(count, StringComparer.Ordinal);
        foreach (JsonMember member in value.Members())
        {
            table[member.Name] = member.Value;
        }

        return table;
    }

    // Apart from Hash, so that nested calls don't each hold the scratch space.
    private static int HashString(in JsonValue value)
    {
        using TextChars text = new(value, stackalloc char[TextChars.StackChars]);
        return string.GetHashCode(text.Chars);
    }

    private static int HashItems(in JsonValue value, int level)
    {
        Measuring.RefuseDeeper(level);
        var hash = new HashCode();
        foreach (JsonValue item in value.Items())
        {
            hash.Add(Hash(item, level + 1));
        }

        return hash.ToHashCode();
    }

    // A sum, as the order of members does not count.
    private static int HashMembers(in JsonValue value, int level)
    {
        Measuring.RefuseDeeper(level);
        int sum = 0;
        foreach (JsonMember member in value.Members())
        {
            sum += HashCode.Combine(NameHash.Of(member.Quoted), Hash(member.Value, level + 1));
        }

        return sum;
    }
}
