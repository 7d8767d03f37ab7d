namespace Compiled.WebConsole;

/// <summary>A machine as the list shows it.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Standard or Express.</param>
/// <param name="Created">When it was created; null when that is not known.</param>
public sealed record ConsoleMachineRow(string Arn, string Name, MachineType Type, DateTimeOffset? Created)
{
    /// <summary>It is being deleted: nothing starts any more, and it goes when its executions have ended.</summary>
    public bool IsDeleting { get; init; }
}
