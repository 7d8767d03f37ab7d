namespace Compiled.Server.Machines;

/// <summary>A published version of a machine; it never changes.</summary>
internal sealed record MachineVersion
{
    /// <summary>The machine's ARN.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it does.</summary>
    public required MachineSettings Settings { get; init; }

    /// <summary>The machine's revision that it was made of; null for the first.</summary>
    public string? RevisionId { get; init; }

    /// <summary>Its description; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>Its ARN.</summary>
    public string Arn => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{StateMachineArn}:{Number}");
}
