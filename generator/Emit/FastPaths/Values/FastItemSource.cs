namespace Compiled.Generator.Emit.FastPaths.Values;

/// <summary>Where a Map finds items that may have been looked into when the input was read.</summary>
/// <param name="Code">The C# expression of the array, for an input that was read whole.</param>
/// <param name="Part">Which part of an input it is that was read in parts.</param>
/// <param name="Stride">How many parts each item has.</param>
internal sealed record FastItemSource(string Code, int Part, int Stride);
