namespace Compiled.Language.Expressions.Jsonata;

/// <summary>The built-in functions: JSONata's, and those that Step Functions has beside them (FEATURES L-441). There are no others.</summary>
public static class JsonataFunctionTable
{
    /// <summary>All rows; a name that means different things in the two dialects has two.</summary>
    public static IReadOnlyList<JsonataBuiltIn> All { get; } =
    [
        // Strings.
        new("string", "<x-b?:s>", "String", false, JsonataDialect.Both),
        new("length", "<s-:n>", "Length", false, JsonataDialect.Both),
        new("substring", "<s-nn?:s>", "Substring", false, JsonataDialect.Both),
        new("substringBefore", "<s-s:s>", "SubstringBefore", false, JsonataDialect.Both),
        new("substringAfter", "<s-s:s>", "SubstringAfter", false, JsonataDialect.Both),
        new("lowercase", "<s-:s>", "Lowercase", false, JsonataDialect.Both),
        new("uppercase", "<s-:s>", "Uppercase", false, JsonataDialect.Both),
        new("trim", "<s-:s>", "Trim", false, JsonataDialect.Both),
        new("pad", "<s-ns?:s>", "Pad", true, JsonataDialect.Both),
        new("match", "<s-f<s:o>n?:a<o>>", "Match", true, JsonataDialect.Both),
        new("contains", "<s-(sf):b>", "Contains", true, JsonataDialect.Both),
        new("replace", "<s-(sf)(sf)n?:s>", "Replace", true, JsonataDialect.Both),
        new("split", "<s-(sf)n?:a<s>>", "Split", true, JsonataDialect.Both),
        new("join", "<a<s>s?:s>", "Join", true, JsonataDialect.Both),
        new("base64encode", "<s-:s>", "Base64encode", false, JsonataDialect.Both),
        new("base64decode", "<s-:s>", "Base64decode", false, JsonataDialect.Both),
        new("encodeUrlComponent", "<s-:s>", "EncodeUrlComponent", false, JsonataDialect.Both),
        new("encodeUrl", "<s-:s>", "EncodeUrl", false, JsonataDialect.Both),
        new("decodeUrlComponent", "<s-:s>", "DecodeUrlComponent", false, JsonataDialect.Both),
        new("decodeUrl", "<s-:s>", "DecodeUrl", false, JsonataDialect.Both),

        // Numbers.
        new("number", "<(nsb)-:n>", "Number", false, JsonataDialect.Both),
        new("floor", "<n-:n>", "Floor", false, JsonataDialect.Both),
        new("ceil", "<n-:n>", "Ceil", false, JsonataDialect.Both),
        new("round", "<n-n?:n>", "Round", false, JsonataDialect.Both),
        new("abs", "<n-:n>", "Abs", false, JsonataDialect.Both),
        new("sqrt", "<n-:n>", "Sqrt", false, JsonataDialect.Both),
        new("power", "<n-n:n>", "Power", false, JsonataDialect.Both),
        new("formatNumber", "<n-so?:s>", "FormatNumber", false, JsonataDialect.Both),
        new("formatBase", "<n-n?:s>", "FormatBase", false, JsonataDialect.Both),
        new("formatInteger", "<n-s:s>", "FormatInteger", false, JsonataDialect.Both),
        new("parseInteger", "<s-s:n>", "ParseInteger", false, JsonataDialect.Both),
        new("random", "<:n>", "Random", true, JsonataDialect.Standard),

        // Aggregates.
        new("sum", "<a<n>:n>", "Sum", false, JsonataDialect.Both),
        new("count", "<a:n>", "Count", false, JsonataDialect.Both),
        new("max", "<a<n>:n>", "Max", false, JsonataDialect.Both),
        new("min", "<a<n>:n>", "Min", false, JsonataDialect.Both),
        new("average", "<a<n>:n>", "Average", false, JsonataDialect.Both),

        // Booleans and types.
        new("boolean", "<x-:b>", "Boolean", false, JsonataDialect.Both),
        new("not", "<x-:b>", "Not", false, JsonataDialect.Both),
        new("exists", "<x:b>", "Exists", false, JsonataDialect.Both),
        new("type", "<x:s>", "Type", false, JsonataDialect.Both),
        new("assert", "<bs?:x>", "Assert", false, JsonataDialect.Both),
        new("error", "<s?:x>", "Error", false, JsonataDialect.Both),

        // Arrays.
        new("append", "<xx:a>", "Append", true, JsonataDialect.Both),
        new("distinct", "<x:x>", "Distinct", false, JsonataDialect.Both),
        new("reverse", "<a:a>", "Reverse", false, JsonataDialect.Both),
        new("shuffle", "<a:a>", "Shuffle", true, JsonataDialect.Both),
        new("sort", "<af?:a>", "Sort", true, JsonataDialect.Both),
        new("zip", "<a+>", "Zip", false, JsonataDialect.Both),

        // Objects.
        new("keys", "<x-:a<s>>", "Keys", false, JsonataDialect.Both),
        new("lookup", "<x-s:x>", "Lookup", false, JsonataDialect.Both),
        new("spread", "<x-:a<o>>", "Spread", false, JsonataDialect.Both),
        new("merge", "<a<o>:o>", "Merge", false, JsonataDialect.Both),
        new("clone", "<(oa)-:o>", "Clone", false, JsonataDialect.Both),
        new("each", "<o-f:a>", "Each", true, JsonataDialect.Both),
        new("sift", "<o-f?:o>", "Sift", true, JsonataDialect.Both),

        // Functions of functions.
        new("map", "<af>", "Map", true, JsonataDialect.Both),
        new("filter", "<af>", "Filter", true, JsonataDialect.Both),
        new("single", "<af?>", "Single", true, JsonataDialect.Both),
        new("reduce", "<afj?:j>", "Reduce", true, JsonataDialect.Both),

        // Times.
        new("now", "<s?s?:s>", "Now", true, JsonataDialect.Both),
        new("millis", "<:n>", "Millis", true, JsonataDialect.Both),
        new("toMillis", "<s-s?:n>", "ToMillis", true, JsonataDialect.Both),
        new("fromMillis", "<n-s?s?:s>", "FromMillis", false, JsonataDialect.Both),

        // What only one of the two has.
        new("eval", "<sx?:x>", "Eval", true, JsonataDialect.Standard),
        new("partition", "<an:a>", "Partition", false, JsonataDialect.StepFunctions),
        new("range", "<nnn:a>", "Range", true, JsonataDialect.StepFunctions),
        new("hash", "<ss:s>", "Hash", false, JsonataDialect.StepFunctions),
        new("random", "<n?:n>", "Random", true, JsonataDialect.StepFunctions),
        new("uuid", "<:s>", "Uuid", true, JsonataDialect.StepFunctions),
        new("parse", "<s:x>", "Parse", false, JsonataDialect.StepFunctions),
    ];

    /// <summary>The function of that name, without its <c>$</c>, in the dialect, or null. Upper and lower case differ.</summary>
    public static JsonataBuiltIn? Find(string name, JsonataDialect dialect) =>
        s_byName.TryGetValue(name, out JsonataBuiltIn[]? rows) ? rows.FirstOrDefault(row => (row.Dialects & dialect) != 0) : null;

    /// <summary>The names of the functions of a dialect, each without its <c>$</c>.</summary>
    public static IEnumerable<string> Names(JsonataDialect dialect) => All.Where(row => (row.Dialects & dialect) != 0).Select(row => row.Name);

    // After All: initialised in the order of the text.
    private static readonly Dictionary<string, JsonataBuiltIn[]> s_byName =
        All.GroupBy(row => row.Name).ToDictionary(rows => rows.Key, rows => rows.ToArray(), StringComparer.Ordinal);
}
