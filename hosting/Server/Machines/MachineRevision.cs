namespace Compiled.Server.Machines;

/// <summary>A state of a machine between two updates.</summary>
/// <param name="Id">Its id; null for the first.</param>
/// <param name="Date">When it began.</param>
internal sealed record MachineRevision(string? Id, DateTimeOffset Date);
