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

    /// <summary>The mock file; null for the one of the environment or the folder, where there is one.</summary>
    public string? Mocks { get; init; }

    /// <summary>The file of what starts executions; null for none.</summary>
    public string? Starts { get; init; }

    /// <summary>What a browser has to know; null for one that is made up where it is needed.</summary>
    public string? ConsoleToken { get; init; }

    /// <summary>Whether only this machine reaches the server.</summary>
    public bool IsLoopback => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(Host, out System.Net.IPAddress? address) && System.Net.IPAddress.IsLoopback(address));

    /// <summary>The file of logs, <c>-</c> for standard output; null for the one in the data folder.</summary>
    public string? Log { get; init; }

    /// <summary>The file of access keys; null takes any credentials.</summary>
    public string? AccessKeys { get; init; }

    /// <summary>How much of the times of Wait and Retry is waited, from 0 to 1.</summary>
    public double WaitTimeScale { get; init; } = 1;

    /// <summary>The value of the variable WAIT_TIME_SCALE, by its name in Step Functions Local; 1 when it is not set.</summary>
    /// <exception cref="CliException">It is no number from 0 to 1.</exception>
    public static double ScaleOf(string? variable)
        => string.IsNullOrEmpty(variable) ? 1
            : double.TryParse(variable, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double scale) && scale is >= 0 and <= 1 ? scale
            : throw new CliException($"WAIT_TIME_SCALE: '{variable}' is no number from 0 to 1.");

    /// <summary>How many requests a second are taken; null for any number.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>The folder of buckets; null for none.</summary>
    public string? Objects { get; init; }
}
