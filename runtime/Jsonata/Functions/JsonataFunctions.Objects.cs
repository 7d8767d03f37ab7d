using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>Objects.</content>
public static partial class JsonataFunctions
{
    /// <summary><c>$keys(value)</c>: a sequence of the names of an object's members, of an array's objects each name once; an empty one otherwise.</summary>
    public static JsonValue Keys(JsonValue value)
    {
        var names = new List<JsonValue>();
        if (value.IsArray)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            AddKeys(value, names, seen, 0);
        }
        else
        {
            foreach (JsonMember member in value.Members())
            {
                names.Add(JsonValue.String(member.Name));
            }
        }

        return JsonValue.SequenceOf([.. names]);
    }

    /// <summary><c>$lookup(value, name)</c>: the member's value; of an array a sequence of its objects' values, arrays among them opened.</summary>
    public static JsonValue Lookup(JsonValue value, JsonValue name)
    {
        Arguments.String(name, "lookup", 2);
        if (name.IsMissing)
        {
            return value.IsArray ? Sequences.Empty : default;
        }

        return Lookup(value, Texts.KeyOf(name), 0);
    }

    /// <summary><c>$spread(value)</c>: an object for each member; of an array those of its elements. Anything else as it is.</summary>
    public static JsonValue Spread(JsonValue value)
    {
        if (value.IsObject)
        {
            var members = new List<JsonValue>();
            AddSpread(value, members, 0);
            return JsonValue.SequenceOf([.. members]);
        }

        if (!value.IsArray)
        {
            return value;
        }

        var items = new List<JsonValue>();
        AddSpread(value, items, 0);
        return value.Count == 0 ? Sequences.Empty : JsonValue.ArrayOf([.. items]);
    }

    /// <summary><c>$merge(objects)</c>: one object of all members; of those with the same name the last value counts.</summary>
    public static JsonValue Merge(JsonValue objects)
    {
        Arguments.Items(objects, static item => item.IsObject, "merge", 1, 'o');
        if (objects.IsMissing || objects.IsObject)
        {
            return objects;
        }

        int count = 0;
        foreach (JsonValue item in objects.Items())
        {
            count += item.Count;
        }

        var members = new JsonProperty[count];
        count = 0;
        foreach (JsonValue item in objects.Items())
        {
            foreach (JsonMember member in item.Members())
            {
                members[count++] = new JsonProperty(member.Key, member.Value);
            }
        }

        return JsonValue.ObjectOf(DistinctMembers.Of(members));
    }

    /// <summary><c>$clone(value)</c>: what the text that <c>$string</c> makes of an object or array reads back as.</summary>
    public static JsonValue Clone(JsonValue value)
    {
        if (value.IsMissing)
        {
            return default;
        }

        if (!value.IsObject && !value.IsArray)
        {
            throw Arguments.Mismatch("clone", 1);
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        JsonataText.Write(Unwrapped(value), buffer);
        JsonValue clone = JsonValue.Parse(buffer.Written);
        buffer.Return();
        return clone;
    }

    private static void AddKeys(in JsonValue value, List<JsonValue> names, HashSet<string> seen, int level)
    {
        JsonataError.RefuseDeeper(level);
        foreach (JsonMember member in value.Members())
        {
            if (seen.Add(member.Name))
            {
                names.Add(JsonValue.String(member.Name));
            }
        }

        foreach (JsonValue item in value.Items())
        {
            AddKeys(item, names, seen, level + 1);
        }
    }

    private static JsonValue Lookup(in JsonValue value, Key name, int level)
    {
        if (!value.IsArray)
        {
            return value[name];
        }

        JsonataError.RefuseDeeper(level);
        var found = new Sequence();
        foreach (JsonValue item in value.Items())
        {
            found.Append(Lookup(item, name, level + 1));
        }

        return found.ToSequence();
    }

    private static void AddSpread(in JsonValue value, List<JsonValue> items, int level)
    {
        JsonataError.RefuseDeeper(level);
        if (value.IsObject)
        {
            foreach (JsonMember member in value.Members())
            {
                items.Add(JsonValue.ObjectOf([new JsonProperty(member.Key, member.Value)]));
            }
        }
        else if (value.IsArray)
        {
            foreach (JsonValue item in value.Items())
            {
                AddSpread(item, items, level + 1);
            }
        }
        else
        {
            items.Add(value);
        }
    }
}
