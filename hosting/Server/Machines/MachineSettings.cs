namespace Compiled.Server.Machines;

/// <summary>What an update of a machine may change, and a version keeps.</summary>
internal sealed record MachineSettings
{
    /// <summary>The definition as it was sent.</summary>
    public required string Definition { get; init; }

    /// <summary>The role.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The logging.</summary>
    public LoggingSettings Logging { get; init; } = LoggingSettings.Off;

    /// <summary>Whether executions are traced.</summary>
    public bool IsTracing { get; init; }

    /// <summary>The encryption.</summary>
    public EncryptionSettings Encryption { get; init; } = EncryptionSettings.OwnedByAws;
}
