namespace Compiled.Server.Machines;

/// <summary>A part of the starts by an alias.</summary>
/// <param name="Version">The version's number.</param>
/// <param name="Weight">How many of 100 starts go to it.</param>
internal sealed record AliasRoute(int Version, int Weight);
