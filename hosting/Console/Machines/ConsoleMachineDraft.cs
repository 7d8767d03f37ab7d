namespace Compiled.WebConsole;

/// <summary>What a person wrote to create a machine or to change one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Standard or Express.</param>
/// <param name="Definition">The definition, ASL in JSON.</param>
/// <param name="RoleArn">The role's ARN; null when none was given.</param>
public sealed record ConsoleMachineDraft(string Name, MachineType Type, string Definition, string? RoleArn = null);
