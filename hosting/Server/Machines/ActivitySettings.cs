namespace Compiled.Server.Machines;

/// <summary>What is kept of an activity beside what executions need.</summary>
internal sealed record ActivitySettings
{
    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Its encryption.</summary>
    public EncryptionSettings Encryption { get; init; } = EncryptionSettings.OwnedByAws;

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
