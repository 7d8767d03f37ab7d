namespace Compiled.Generator.Pipeline;

/// <summary>A file of emitted code.</summary>
/// <param name="HintName">Its name, unique in the project without regard to case.</param>
/// <param name="Code">Its text.</param>
internal sealed record MachineSource(string HintName, string Code);
