namespace Compiled.Server.Machines;

/// <summary>A name for one or two versions of a machine.</summary>
internal sealed record MachineAlias
{
    /// <summary>The machine's ARN.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its description; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The versions, with weights whose sum is 100.</summary>
    public required IReadOnlyList<AliasRoute> Routes { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>When it was created or last updated.</summary>
    public required DateTimeOffset UpdateDate { get; init; }

    /// <summary>Its ARN.</summary>
    public string Arn => $"{StateMachineArn}:{Name}";

    /// <summary>The version for a start: each with the probability of its weight. FEATURES P-068.</summary>
    /// <param name="hundredths">A random number from 0 to 99.</param>
    public int Choose(int hundredths) => hundredths < Routes[0].Weight ? Routes[0].Version : Routes[^1].Version;
}
