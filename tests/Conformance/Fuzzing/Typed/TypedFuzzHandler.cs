namespace Conformance.Fuzzing.Typed;

/// <summary>A handler on C# objects.</summary>
/// <param name="Name">The function that it is.</param>
/// <param name="Given">What it takes.</param>
/// <param name="Result">What it gives; <see cref="TypedFuzzType.Nothing"/> too.</param>
/// <param name="Way">
/// What it does: make its result of its argument, give the argument itself, change it before, fail, keep what it gave or was given and change that whenever a handler is called, or take
/// the argument as JSON.
/// </param>
internal sealed record TypedFuzzHandler(string Name, TypedFuzzType Given, TypedFuzzType Result, string Way)
{
    /// <summary>The member, by its name in JSON, to which the handler adds one, giving the object that it was given; null where it does no such thing.</summary>
    public string? Counts => Way == "change" && Given == Result && Given.CanBeSet ? Given.Members!.FirstOrDefault(static member => member.Type.Name == "int").Name : null;

    /// <summary>The method.</summary>
    public string Code(FuzzRandom random)
    {
        TypedFuzzBody body = new(random, this);
        string before = body.Before(), result = body.Result(), type = Result.Name;
        string parameters = Way == "element" ? "JsonElement element" : Given.Name + " x";
        parameters = random.Below(5) switch { 0 => parameters + ", CancellationToken token", 1 => "TaskContext context, " + parameters, _ => parameters };
        string head = $"    [TaskHandler(\"{Name}\")] private ", tail = $"Do{Name}({parameters}) {{ {before}";
        int draw = random.Below(10);
        if (Result == TypedFuzzType.Nothing)
        {
            return head + draw switch
            {
                0 => $"Task {tail}return Task.CompletedTask; }}",
                1 => $"ValueTask {tail}return default; }}",
                2 => $"async Task {tail}await Task.Yield(); }}",
                _ => $"void {tail}}}",
            };
        }
        return head + draw switch
        {
            0 => $"Task<{type}> {tail}return Task.FromResult<{type}>({result}); }}",
            1 => $"ValueTask<{type}> {tail}return new ValueTask<{type}>({result}); }}",
            2 => $"async Task<{type}> {tail}await Task.Yield(); return {result}; }}",
            _ => $"{type} {tail}return {result}; }}",
        };
    }
}
