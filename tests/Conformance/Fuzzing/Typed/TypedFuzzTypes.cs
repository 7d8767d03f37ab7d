using System.Globalization;

namespace Conformance.Fuzzing.Typed;

/// <summary>Makes types, and JSON for them.</summary>
internal sealed class TypedFuzzTypes(FuzzRandom random)
{
    private static readonly string[] s_names = ["alpha", "beta", "gamma", "delta", "eps", "zeta", "i", "n"];
    private static readonly string[] s_values = ["string", "string?", "bool", "bool?", "int", "int", "int?", "long", "long?", "double", "double?", "decimal", "decimal?"];
    private static readonly string[] s_odd = ["float", "DateTimeOffset", "Dictionary<string, int>?"];

    private int _count;

    /// <summary>Whether what is made may have members that no lane knows.</summary>
    public bool MayBeOdd { get; set; }

    /// <summary>An object; its members are objects and lists too, so many levels deep.</summary>
    public TypedFuzzType Object(string name, int depth)
    {
        string[] names = [.. s_names.Where(_ => random.Percent(65))];
        return new TypedFuzzType(name, [.. (names.Length == 0 ? ["alpha"] : names).Select(member => (member, Any(depth)))]) { Style = random.Pick("record", "record", "record", "class", "class", "init", "required"), IsRenamed = random.Percent(10) };
    }

    /// <summary>JSON of a type, of which most is as the type wants it; nothing is missing, null or large where it is to be whole.</summary>
    public string Json(TypedFuzzType type, bool isWhole)
    {
        int small = isWhole ? 98 : 70;
        bool MayBeNull(int percent) => !isWhole && type.Name.EndsWith('?') && random.Percent(percent);
        if (type.Members is { } members)
            return MayBeNull(10) ? "null"
                : "{" + string.Join(",", members.Where(_ => isWhole || random.Percent(93)).Select(member => $"\"{member.Name}\":{Json(member.Type, isWhole)}")) + "}";
        if (type.Item is { } item)
            return MayBeNull(10) ? "null" : "[" + string.Join(",", Enumerable.Range(0, random.Below(4)).Select(_ => Json(item, isWhole))) + "]";
        if (MayBeNull(15))
            return "null";
        return type.Bare switch
        {
            "bool" => random.Pick("true", "false"),
            "string" => random.Pick("\"x\"", "\"\"", "\"it's \\\"so\\\"\"", "\"größe 🙂\"", "\"a\\\\b\\n\"", "\"<&>\"", "\"\\ud83d\\ude00\"", "\"1\""),
            "int" => random.Percent(small) ? Small() : random.Pick("2147483647", "-2147483648", "-1"),
            "long" => random.Percent(small) ? Small() : random.Pick("9007199254740993", "9223372036854775807", "-9223372036854775808", "2147483648"),
            "decimal" => random.Percent(60) ? Small() : random.Pick("1.50", "0.1", "79228162514264337593543950335", "-0.0", "1.000"),
            "DateTimeOffset" => "\"2026-01-01T00:00:00Z\"",
            "Dictionary<string, int>" => "{\"a\":1}",
            _ => random.Percent(60) ? Small() : random.Pick("0.5", "-0.0", "1e300", "1e-7", "9007199254740992", "2.0", "123456.789", "1e21"),
        };
    }

    private string Small() => random.Between(0, 5).ToString(CultureInfo.InvariantCulture);

    private TypedFuzzType Any(int depth)
    {
        int draw = random.Below(10);
        if (depth == 0 || draw < 6)
            return new TypedFuzzType(MayBeOdd && random.Percent(3) ? random.Pick<string>(s_odd) : random.Pick<string>(s_values));
        TypedFuzzType inner = draw < 8 || random.Percent(60) ? Object($"T{++_count}", depth - 1) : new TypedFuzzType(random.Pick<string>(s_values));
        string mark = random.Percent(50) ? "?" : "";
        if (draw < 8)
            return inner with { Name = inner.Name + mark };
        // Lists of lists.
        if (random.Percent(12))
            inner = new TypedFuzzType($"List<{inner.Name}>", null, inner);
        string item = inner.Members is not null && random.Percent(30) ? inner.Name + "?" : inner.Name;
        inner = inner with { Name = item };
        return new TypedFuzzType(random.Pick($"List<{item}>", $"{item}[]", $"IReadOnlyList<{item}>") + mark, null, inner);
    }
}
