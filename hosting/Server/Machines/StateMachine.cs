namespace Compiled.Server.Machines;

/// <summary>A state machine as the catalog keeps it; a change is a new one in its place.</summary>
internal sealed record StateMachine
{
    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is an Express one.</summary>
    public required bool IsExpress { get; init; }

    /// <summary>What it does now.</summary>
    public required MachineSettings Settings { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>Its revisions, the oldest first, at most the last 100.</summary>
    public required IReadOnlyList<MachineRevision> Revisions { get; init; }

    /// <summary>The number of the version that is published next. FEATURES P-061.</summary>
    public int NextVersion { get; init; } = 1;

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the start of a publishing creation said, so that the same creation is known again. FEATURES P-031.</summary>
    public string? FirstVersionDescription { get; init; }

    /// <summary>Whether it was created with a version.</summary>
    public bool WasPublished { get; init; }

    /// <summary>Its executions are being stopped, and then it is gone.</summary>
    public bool IsDeleting { get; init; }

    /// <summary>Its type in AWS's word.</summary>
    public string Type => IsExpress ? "EXPRESS" : "STANDARD";

    /// <summary>The revision that is current; null until the first update. FEATURES P-035.</summary>
    public string? RevisionId => Revisions[^1].Id;

    /// <summary>When it was created or last updated.</summary>
    public DateTimeOffset UpdateDate => Revisions[^1].Date;

    /// <summary>The revision that was current at a time.</summary>
    public MachineRevision RevisionAt(DateTimeOffset time) => Revisions.LastOrDefault(revision => revision.Date <= time) ?? Revisions[0];
}
