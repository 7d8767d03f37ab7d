using Compiled.Events.Patterns.Tests;
using Compiled.Values;

namespace Compiled.Events.Patterns;

/// <summary>A pattern's JSON to its tests. The words are those of AWS's rule compiler where it has some.</summary>
internal static class PatternReader
{
    public static ObjectTest Read(in JsonValue pattern)
        => pattern.IsObject ? ReadObject(in pattern, "") : throw new EventPatternException("", "Filter is not an object");

    private static ObjectTest ReadObject(in JsonValue pattern, string path)
    {
        List<(Key, ObjectTest)> objects = [];
        List<(Key, IReadOnlyList<ValueTest>)> values = [];
        List<IReadOnlyList<ObjectTest>> alternatives = [];
        foreach ((Key key, JsonValue value) in pattern.Members())
        {
            string place = $"{path}/{key.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (key.Name == "$or")
                alternatives.Add(ReadAlternatives(in value, place));
            else if (value.IsObject)
                objects.Add((key, ReadObject(in value, place)));
            else if (value.IsArray)
                values.Add((key, ReadTests(in value, place)));
            else
                throw new EventPatternException(place, $"\"{key.Name}\" must be an object or an array");
        }

        return pattern.Count > 0 ? new ObjectTest(objects, values, alternatives) : throw new EventPatternException(path, "Empty objects are not allowed");
    }

    private static List<ObjectTest> ReadAlternatives(in JsonValue list, string path)
    {
        if (!list.IsArray || list.Count < 2)
            throw new EventPatternException(path, "There must have at least 2 Objects in $or relationship");
        List<ObjectTest> tests = [];
        foreach (JsonValue item in list.Items())
        {
            string place = $"{path}/{tests.Count}";
            tests.Add(item.IsObject ? ReadObject(in item, place) : throw new EventPatternException(place, "Only objects are allowed in an $or relationship"));
        }

        return tests;
    }

    private static List<ValueTest> ReadTests(in JsonValue list, string path)
    {
        if (list.Count == 0)
            throw new EventPatternException(path, "Empty arrays are not allowed");
        List<ValueTest> tests = [];
        foreach (JsonValue item in list.Items())
        {
            string place = $"{path}/{tests.Count}";
            tests.Add(item.IsObject ? ReadOperator(in item, place)
                : item.IsArray ? throw new EventPatternException(place, "Match value must be String, number, true, false, or null")
                : new ExactTest(item));
        }

        return tests;
    }

    private static ValueTest ReadOperator(in JsonValue match, string path)
    {
        if (match.Count != 1)
            throw new EventPatternException(path, "Only one key allowed in match expression");
        foreach ((Key key, JsonValue value) in match.Members())
        {
            string place = $"{path}/{key.Name}";
            return key.Name switch
            {
                "exists" => value.IsBoolean ? new ExistsTest(value.IsTrue) : throw new EventPatternException(place, "exists match pattern must be either true or false."),
                "numeric" => NumericReader.Read(in value, place),
                "anything-but" => ReadAnythingBut(in value, place),
                _ => ReadText(key.Name, in value, place) ?? throw new EventPatternException(place, $"Unrecognized match type {key.Name}"),
            };
        }

        throw new EventPatternException(path, "Only one key allowed in match expression");
    }

    // The operators on strings, which anything-but takes too; null when the name is none.
    private static ValueTest? ReadText(string name, in JsonValue value, string path)
    {
        switch (name)
        {
            case "prefix" or "suffix":
                bool ignoresCase = value.IsObject;
                JsonValue part = ignoresCase ? value.Get("equals-ignore-case") : value;
                if (!part.IsString || ignoresCase && value.Count != 1)
                    throw new EventPatternException(path, $"{name} match pattern must be a string, or an object of one string 'equals-ignore-case'");
                StringComparison comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
                return name == "prefix" ? new PrefixTest(part.AsString(), comparison) : new SuffixTest(part.AsString(), comparison);
            case "equals-ignore-case":
                return new IgnoreCaseTest(Text(name, in value, path));
            case "wildcard":
                return WildcardTest.Read(Text(name, in value, path), out string? reason) ?? throw new EventPatternException(path, reason!);
            case "cidr":
                return CidrTest.Read(Text(name, in value, path)) ?? throw new EventPatternException(path, "Malformed CIDR, one '/' required, after an address and before its number of bits");
            default:
                return null;
        }
    }

    private static AnythingButTest ReadAnythingBut(in JsonValue value, string path)
    {
        if (!value.IsObject)
            return new AnythingButTest(ReadValues(in value, path));
        if (value.Count != 1)
            throw new EventPatternException(path, "Only one key allowed in match expression");
        foreach ((Key key, JsonValue inner) in value.Members())
        {
            string place = $"{path}/{key.Name}";
            if (key.Name is not ("prefix" or "suffix" or "equals-ignore-case" or "wildcard"))
                throw new EventPatternException(place, $"Unsupported anything-but pattern: {key.Name}");
            if (!inner.IsArray)
                return new AnythingButTest([ReadText(key.Name, in inner, place)!]);
            List<ValueTest> tests = [];
            foreach (JsonValue item in inner.Items())
                tests.Add(ReadText(key.Name, in item, $"{place}/{tests.Count}")!);
            return tests.Count > 0 ? new AnythingButTest(tests) : throw new EventPatternException(place, "Empty arrays are not allowed");
        }

        throw new EventPatternException(path, "Only one key allowed in match expression");
    }

    private static List<ValueTest> ReadValues(in JsonValue value, string path)
    {
        if (!value.IsArray)
            return [Value(in value, path)];
        List<ValueTest> tests = [];
        JsonKind? kind = null;
        foreach (JsonValue item in value.Items())
        {
            tests.Add(Value(in item, $"{path}/{tests.Count}"));
            if ((kind ??= item.Kind) != item.Kind)
                throw new EventPatternException(path, "Inside anything but list, either all values are number or string, mixed type is not supported");
        }

        return tests.Count > 0 ? tests : throw new EventPatternException(path, "Empty arrays are not allowed");
    }

    // Numbers are compared as numbers here.
    private static ValueTest Value(in JsonValue value, string path)
        => value.IsString ? new ExactTest(value)
            : value.IsNumber ? NumericReader.Exactly(in value, path)
            : throw new EventPatternException(path, "Value of anything-but must be an array or single string/number value.");

    private static string Text(string name, in JsonValue value, string path)
        => value.IsString ? value.AsString() : throw new EventPatternException(path, $"{name} match pattern must be a string");
}
