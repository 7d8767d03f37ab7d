namespace Compiled.Outside.HttpTasks;

/// <summary>How HTTP tasks are done.</summary>
public sealed record HttpTaskConfiguration
{
    /// <summary>The connections that states name, by ARN or by name: <c>arn:aws:events:REGION:ACCOUNT:connection/NAME/ID</c>.</summary>
    public IReadOnlyDictionary<string, HttpConnection> Connections { get; set; } = new Dictionary<string, HttpConnection>();

    /// <summary>
    /// Allows targets that are not public: loopback, private and link-local addresses, such as a cloud's metadata service at 169.254.169.254.
    /// Unless said they are refused, whatever name stands for them.
    /// </summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Hosts that may have an address that is not public, by name as it stands in the URL.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>Allows <c>http://</c> endpoints; AWS has none.</summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>Does without a connection when a state names one that is not listed, or none; AWS refuses both.</summary>
    public bool AllowMissingConnections { get; set; }

    /// <summary>How long one request may take; 60 seconds unless said, as on AWS.</summary>
    public double TimeoutSeconds { get; set; } = 60;

    /// <summary>The region in the header <c>User-Agent</c>.</summary>
    public string Region { get; set; } = "us-east-1";

    internal void Check(string path)
    {
        ConfigurationException.CheckTimeout(path + ".timeoutSeconds", TimeoutSeconds);
        foreach ((string name, HttpConnection connection) in Connections)
            connection.Check($"{path}.connections['{name}']");
    }

    internal HttpConnection? Find(string arn)
    {
        if (Connections.TryGetValue(arn, out HttpConnection? connection))
            return connection;
        const string Marker = ":connection/";
        int at = arn.IndexOf(Marker, StringComparison.Ordinal);
        return at >= 0 && Connections.TryGetValue(arn[(at + Marker.Length)..].Split('/')[0], out connection) ? connection : null;
    }
}
