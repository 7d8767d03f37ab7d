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

    /// <summary>The file that says where resources are; null for none.</summary>
    public string? Outside { get; init; }

    /// <summary>Where Lambda functions are invoked; null for nowhere.</summary>
    public string? LambdaEndpoint { get; init; }

    /// <summary>The file of access keys; null takes any credentials.</summary>
    public string? AccessKeys { get; init; }

    /// <summary>How many requests a second are taken; null for any number.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>The folder of buckets; null for none.</summary>
    public string? Objects { get; init; }
}
