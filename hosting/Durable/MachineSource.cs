namespace Compiled.Durable;

/// <summary>A machine as its keeper gives it to a host that does not know it yet.</summary>
/// <param name="Arn">The machine's ARN, without version or alias.</param>
/// <param name="Name">The machine's name.</param>
/// <param name="Workflow">Its current definition, compiled, or that of the version that was asked for.</param>
public sealed record MachineSource(string Arn, string Name, Workflow Workflow)
{
    /// <summary>The number of the version that was asked for, or that the alias chose; 0 for none.</summary>
    public int Version { get; init; }

    /// <summary>The name of the alias that was asked for; null for none.</summary>
    public string? Alias { get; init; }
}
