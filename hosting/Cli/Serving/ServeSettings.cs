namespace Compiled.Cli.Serving;

/// <summary>What <c>serve</c> was told.</summary>
internal sealed record ServeSettings
{
    /// <summary>The port of AWS's Step Functions Local.</summary>
    public const int DefaultPort = 8083;

    /// <summary>The address to listen on.</summary>
    public required string Host { get; init; }

    /// <summary>The port; 0 for a free one.</summary>
    public required int Port { get; init; }

    /// <summary>The folder that keeps all; null for none.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The region in ARNs.</summary>
    public required string Region { get; init; }

    /// <summary>The account in ARNs.</summary>
    public required string Account { get; init; }

    /// <summary>The file that says what resources do; null for none.</summary>
    public string? Tasks { get; init; }

    /// <summary>The folder of buckets; null for none.</summary>
    public string? Objects { get; init; }
}
