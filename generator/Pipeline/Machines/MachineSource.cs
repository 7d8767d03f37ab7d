namespace Compiled.Generator.Pipeline;

/// <summary>A file of emitted code.</summary>
/// <param name="HintName">Its name, unique in the project without regard to case.</param>
/// <param name="Code">Its text.</param>
/// <param name="Registration">The statement that registers the machine it holds for dependency injection; null where none can or need.</param>
internal sealed record MachineSource(string HintName, string Code, string? Registration = null);
