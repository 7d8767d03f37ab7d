namespace Compiled.Hosting;

/// <summary>A start as an <see cref="IStartQueue"/> keeps it: all that makes its execution the same when it is run again.</summary>
public sealed record KeptStart
{
    /// <summary>Its number in the queue; those of later starts are larger.</summary>
    public long Number { get; init; }

    /// <summary>The machine's name.</summary>
    public required string StateMachine { get; init; }

    /// <summary>The execution's name; null for the UUID that derives from the seed.</summary>
    public string? Name { get; init; }

    /// <summary>The seed, from which ARN, UUIDs, random numbers and tokens derive.</summary>
    public ulong Seed { get; init; }

    /// <summary>The X-Ray header that came with the start; null for none.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset StartDate { get; init; }

    /// <summary>The input as JSON.</summary>
    public required ReadOnlyMemory<byte> Input { get; init; }
}
