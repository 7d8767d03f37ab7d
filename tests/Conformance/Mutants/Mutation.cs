namespace Conformance.Mutants;

/// <summary>One way to break a definition.</summary>
/// <param name="Pointer">Where the fault must be found: at this JSON pointer of the broken definition, or inside it.</param>
/// <param name="Edits">What is written differently; none where the definition is only bound as another type.</param>
internal sealed record Mutation(string Pointer, params Edit[] Edits);
