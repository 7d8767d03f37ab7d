namespace Conformance.Fuzzing.Typed;

/// <summary>A handler on C# objects.</summary>
/// <param name="Name">The function that it is.</param>
/// <param name="Given">What it takes.</param>
/// <param name="Result">What it gives.</param>
/// <param name="Way">What it does: make its result of its argument, give the argument itself, change it before, or fail.</param>
internal sealed record TypedFuzzHandler(string Name, TypedFuzzType Given, TypedFuzzType Result, string Way)
{
    /// <summary>The member, by its name in JSON, to which the handler adds one, giving the object that it was given; null where it does no such thing.</summary>
    public string? Counts => Way == "change" && Given == Result && !Given.IsRecord ? Given.Members!.FirstOrDefault(static member => member.Type.Name == "int").Name : null;

    /// <summary>The method.</summary>
    public string Code(FuzzRandom random)
    {
        string body = $"Driver.Note(\"{Name}\", x); ";
        if (Way == "fail")
            body += random.Percent(50) ? "if (Driver.Calls.Count % 3 != 0) throw new TaskFailedException(\"E.One\", \"one\"); " : "if (Driver.Calls.Count % 2 == 0) throw new InvalidOperationException(\"two\"); ";
        if (Way == "change" && !Given.IsRecord)
            body += string.Concat(Given.Members!.Where(member => member.Name == Counts || random.Percent(60)).Select(member => $"x.{TypedFuzzType.Property(member.Name)} = {Other(member.Type, "x." + TypedFuzzType.Property(member.Name))}; "));
        string made = Given == Result && Way is "same" or "change" ? "x" : Make(Result, random);
        string attribute = $"    [TaskHandler(\"{Name}\")] private ", parameters = $"({Given.Name} x{random.Pick("", "", ", CancellationToken token")})";
        return random.Below(10) switch
        {
            0 => $"{attribute}Task<{Result.Name}> Do{Name}{parameters} {{ {body}return Task.FromResult<{Result.Name}>({made}); }}",
            1 => $"{attribute}ValueTask<{Result.Name}> Do{Name}{parameters} {{ {body}return new ValueTask<{Result.Name}>({made}); }}",
            2 => $"{attribute}async Task<{Result.Name}> Do{Name}{parameters} {{ {body}await Task.Yield(); return {made}; }}",
            _ => $"{attribute}{Result.Name} Do{Name}{parameters} {{ {body}return {made}; }}",
        };
    }

    // Members are taken over from the argument, the object itself and not a copy, where they are of the same type.
    private string Make(TypedFuzzType type, FuzzRandom random)
    {
        (string Property, string Value)[] members = [.. type.Members!.Select(member =>
            (TypedFuzzType.Property(member.Name), Given.Members!.FirstOrDefault(other => other.Type.Name == member.Type.Name && random.Percent(80)) is { Name: { } name } ? "x." + TypedFuzzType.Property(name) : Value(member.Type, random)))];
        return type.IsRecord ? $"new {type.Bare}({string.Join(", ", members.Select(static member => member.Value))})"
            : $"new {type.Bare} {{ {string.Join(", ", members.Select(static member => $"{member.Property} = {member.Value}"))} }}";
    }

    private string Value(TypedFuzzType type, FuzzRandom random)
    {
        if (type.Name.EndsWith('?') && random.Percent(20))
            return "null";
        if (type.Members is not null)
            return Make(type, random);
        if (type.Item is { } item)
            return type.Bare.EndsWith(']') ? $"new {item.Name}[] {{ {Value(item, random)} }}" : $"new List<{item.Name}> {{ {Value(item, random)}, {Value(item, random)} }}";
        return type.Bare switch
        {
            "string" => random.Pick("\"made\"", "\"\"", "\"é\""),
            "bool" => "true",
            "int" => random.Pick("7", "-1"),
            "long" => random.Pick("8L", "9007199254740993L"),
            "decimal" => random.Pick("1.5m", "2.50m", "3m"),
            _ => random.Pick("0.5", "3.0", "1e20", "-0.0"),
        };
    }

    // Another value of the type, from the one that it has.
    private static string Other(TypedFuzzType type, string now) => type.Item is not null || type.Members is not null ? now
        : type.Bare switch { "string" => $"{now} + \"!\"", "bool" => $"!({now} == true)", "int" => $"unchecked((int)({now} + 1))", _ => $"({type.Bare})9" };
}
