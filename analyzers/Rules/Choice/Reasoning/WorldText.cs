namespace Compiled.Rules;

/// <summary>Says in words in which world something is.</summary>
internal static class WorldText
{
    private const int MostVariables = 3;

    /// <summary>Such as <c>'$.n' is 5 and '$.s' is another text</c>.</summary>
    public static string Of(IReadOnlyList<ChoiceVariable> variables, ValueWorld[] worlds) => variables.Count == 0
        ? "whatever comes in"
        : string.Join(" and ", variables.Take(MostVariables).Select(variable => $"'{variable.Name}' {Of(variable, worlds[variable.Index])}"));

    private static string Of(ChoiceVariable variable, ValueWorld world) => world.Kind switch
    {
        _ when variable.IsOutcome => world.Kind == ValueClass.True ? "holds" : "does not hold",
        _ when variable.ConstantAt(world) is { } constant => $"is {constant}",
        ValueClass.Text => "is another text",
        ValueClass.Number => "is another number",
        ValueClass.False => "is false",
        ValueClass.True => "is true",
        ValueClass.Null => "is null",
        ValueClass.Object => "is an object",
        ValueClass.Array => "is an array",
        _ => "is absent",
    };
}
