namespace Conformance.Fuzzing.Typed;

/// <summary>What all flows of a machine on C# types share.</summary>
/// <param name="Handlers">The handlers that tasks call.</param>
/// <param name="Types">The types that what is put together may have: those of the input, the output and the handlers, and of their members.</param>
/// <param name="Paths">The one language.</param>
/// <param name="Queries">The other.</param>
/// <param name="QueryPercent">How many states of a hundred are in the other.</param>
internal sealed record TypedFuzzMachinePlan(IReadOnlyList<TypedFuzzHandler> Handlers, IReadOnlyList<TypedFuzzType> Types, TypedFuzzLanguage Paths, TypedFuzzLanguage Queries, int QueryPercent)
{
    /// <summary>The types that a template can have.</summary>
    public IReadOnlyList<TypedFuzzType> Objects { get; } = [.. Types.Where(static type => type.Members is not null)];
}
