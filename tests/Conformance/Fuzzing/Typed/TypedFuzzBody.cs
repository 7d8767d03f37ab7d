namespace Conformance.Fuzzing.Typed;

/// <summary>Writes what a handler does with its argument <c>x</c>, and what it gives.</summary>
internal sealed class TypedFuzzBody(FuzzRandom random, TypedFuzzHandler handler)
{
    // Who has made a list may change it behind a type that others can't change it by.
    private readonly bool _keepsResult = handler.Way == "keep" && handler.Result != TypedFuzzType.Nothing && random.Percent(60);
    private int _locals;

    // Whether what it gives holds a list that it was given, behind a type that it can't change it by.
    private bool _takesReadOnly;

    /// <summary>The statements before a result is given.</summary>
    public string Before()
    {
        string noted = $"Driver.Note(\"{handler.Name}\", {(handler.Way == "element" ? "element" : "x")}); Later(); ";
        switch (handler.Way)
        {
            case "element":
                return $"{noted}{handler.Given.Name} x = element.Deserialize<{handler.Given.Name}>(JsonSerializerOptions.Web)!; ";
            case "fail":
                return noted + (random.Percent(50) ? "if (Driver.Calls.Count % 3 != 0) throw new TaskFailedException(\"E.One\", \"one\"); " : "if (Driver.Calls.Count % 2 == 0) throw new InvalidOperationException(\"two\"); ");
            case "change":
                return noted + Changes(handler.Given, "x", isOwn: false, depth: 2);
            case "keep" when !_keepsResult:
                return noted + "_ = " + Keep(handler.Given, "x", isOwn: false) + "; ";
            default:
                return noted;
        }
    }

    /// <summary>The expression of what it gives.</summary>
    public string Result()
    {
        string made = handler.Given == handler.Result && (handler.Way is "same" or "change" || handler.Result.Members is null) ? "x" : Make(handler.Result);
        return _keepsResult ? Keep(handler.Result, made, isOwn: made != "x" && !_takesReadOnly) : made;
    }

    private string Keep(TypedFuzzType type, string value, bool isOwn) =>
        Changes(type, "kept", isOwn, depth: 2) is { Length: > 0 } changes ? $"Keep<{type.Name}>({value}, kept => {{ if (kept is not null) {{ {changes}}} }})" : value;

    private string Changes(TypedFuzzType type, string value, bool isOwn, int depth)
    {
        if (type.Item is not null)
            return isOwn || !IsReadOnly(type) ? $"Driver.Turn({value}); " : "";
        return string.Concat((type.Members ?? []).Where(member => member.Name == handler.Counts || random.Percent(60)).Select(member => Change(type, member, $"{value}.{type.Property(member.Name)}", isOwn, depth)));
    }

    private string Change(TypedFuzzType type, (string Name, TypedFuzzType Type) member, string value, bool isOwn, int depth)
    {
        if (member.Type.Item is not null)
            return Changes(member.Type, value, isOwn, depth);
        if (member.Type.Members is null)
            return type.CanBeSet ? $"{value} = {Other(member.Type, value)}; " : "";
        string inner = "inner" + ++_locals;
        return depth == 0 ? "" : $"if ({value} is {{ }} {inner}) {{ {Changes(member.Type, inner, isOwn, depth - 1)}}} ";
    }

    // Members are taken over from the argument, the object itself and not a copy, where they are of the same type.
    private string Make(TypedFuzzType type)
    {
        if (type.Members is null)
            return Value(type);
        (string Property, string Value)[] members = [.. type.Members.Select(member => (type.Property(member.Name), Member(member.Type)))];
        return type.Style == "record" ? $"new {type.Bare}({string.Join(", ", members.Select(static member => member.Value))})"
            : $"new {type.Bare} {{ {string.Join(", ", members.Select(static member => $"{member.Property} = {member.Value}"))} }}";
    }

    private string Member(TypedFuzzType type)
    {
        if (handler.Given.Members?.FirstOrDefault(other => other.Type.Name == type.Name && random.Percent(80)) is not { Name: { } name })
            return Value(type);
        _takesReadOnly |= HoldsReadOnly(type);
        return "x." + handler.Given.Property(name);
    }

    private static bool HoldsReadOnly(TypedFuzzType type) => type.Item is not null
        ? IsReadOnly(type) || HoldsReadOnly(type.Item)
        : type.Members?.Any(static member => HoldsReadOnly(member.Type)) == true;

    private static bool IsReadOnly(TypedFuzzType list) => list.Bare.StartsWith("IReadOnly", StringComparison.Ordinal);

    private string Value(TypedFuzzType type)
    {
        if (type.Name.EndsWith('?') && random.Percent(20))
            return "null";
        if (type.Members is not null)
            return Make(type);
        if (type.Item is { } item)
            return type.Bare.EndsWith(']') ? $"new {item.Name}[] {{ {Value(item)} }}" : $"new List<{item.Name}> {{ {Value(item)}, {Value(item)} }}";
        return type.Bare switch
        {
            "string" => random.Pick("\"made\"", "\"\"", "\"é\""),
            "bool" => "true",
            "int" => random.Pick("7", "-1"),
            "long" => random.Pick("8L", "9007199254740993L"),
            "decimal" => random.Pick("1.5m", "2.50m", "3m"),
            "double" => random.Pick("0.5", "3.0", "1e20", "-0.0"),
            "float" => "1.5f",
            "DateTimeOffset" => "DateTimeOffset.UnixEpoch",
            _ => "new()",
        };
    }

    // Another value of the type, from the one that it has.
    private static string Other(TypedFuzzType type, string now) => type.Bare switch
    {
        "string" => $"{now} + \"!\"",
        "bool" => $"!({now} == true)",
        "int" => $"unchecked((int)({now} + 1))",
        "long" or "double" or "decimal" => $"({type.Bare})9",
        _ => now,
    };
}
