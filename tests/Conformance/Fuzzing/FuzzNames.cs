namespace Conformance.Fuzzing;

/// <summary>Names of members by what they hold, and names of states: plain ones, and those that need escapes or are words of JavaScript, C# or emitted code.</summary>
internal static class FuzzNames
{
    /// <summary>The members that most inputs have.</summary>
    public static readonly string[] Core = ["n", "s", "f", "o", "list"];

    private static readonly string[] s_numbers = ["n", "n", "n", "n", "n", "n", "m", "count\"x"];
    private static readonly string[] s_texts = ["s", "s", "s", "s", "s", "s", "s", "t", "with space", "it's"];
    private static readonly string[] s_flags = ["f", "f", "f", "f", "g"];
    private static readonly string[] s_times = ["when"];
    private static readonly string[] s_objects = ["o", "o", "o", "o", "o", "o", "o", "p", "__proto__", "a.b"];
    private static readonly string[] s_arrays = ["list", "list", "list", "list", "list", "list", "items", "größe🙂"];
    private static readonly string[] s_anything = ["any", "", "back\\slash", "$", "class"];

    private static readonly string[] s_states =
    [
        "A", "B", "C", "Prüfen 🙂", "say \"hi\"", "__proto__", "a.b", "Leave", "input", "path", "events", "goto", "Run", "it's", "back\\slash", "at", "missing", "a_b", "a-b",
        "data1", "result1", "v1_1", "D", "E", "F", "G", "H", "<b>", "default", "fuel",
    ];

    public static string Of(FuzzRandom random, FuzzKind kind) => kind switch
    {
        FuzzKind.Number => random.Pick(s_numbers),
        FuzzKind.Text => random.Pick(s_texts),
        FuzzKind.Flag => random.Pick(s_flags),
        FuzzKind.Time => random.Pick(s_times),
        FuzzKind.Object => random.Pick(s_objects),
        FuzzKind.Array => random.Pick(s_arrays),
        _ => random.Pick(s_anything),
    };

    /// <summary>What a member of the name is meant to hold.</summary>
    public static FuzzKind KindOf(string name) =>
        s_numbers.Contains(name) || name == "i" ? FuzzKind.Number
        : s_texts.Contains(name) ? FuzzKind.Text
        : s_flags.Contains(name) ? FuzzKind.Flag
        : s_times.Contains(name) ? FuzzKind.Time
        : s_objects.Contains(name) ? FuzzKind.Object
        : s_arrays.Contains(name) ? FuzzKind.Array
        : FuzzKind.Any;

    /// <summary>Every name there is, each once.</summary>
    public static IEnumerable<string> All => [.. s_numbers.Concat(s_texts).Concat(s_flags).Concat(s_times).Concat(s_objects).Concat(s_arrays).Concat(s_anything).Distinct()];

    /// <summary>A name for a state that the machine has not used yet.</summary>
    public static string State(FuzzRandom random, HashSet<string> used)
    {
        string name = random.Pick(s_states);
        while (!used.Add(name))
            name += random.Pick("1", "x", " ", "é");
        return name;
    }
}
