namespace Compiled.Outside.HttpTasks;

/// <summary>OAuth's grant of client credentials (RFC 6749, section 4.4). The client authenticates by HTTP's Basic authentication.</summary>
public sealed record OAuthAuthorization
{
    /// <summary>Where tokens are had.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>The method: <c>POST</c> unless said, <c>PUT</c>, or <c>GET</c>, with which everything goes into the query.</summary>
    public string Method { get; set; } = "POST";

    /// <summary>The client's id.</summary>
    public required string ClientId { get; init; }

    /// <summary>The client's secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>What is sent besides <c>grant_type</c>, such as <c>scope</c> or <c>audience</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; set; } = new Dictionary<string, string>();

    internal void Check(string path)
    {
        ConfigurationException.CheckUrl(path + ".tokenEndpoint", TokenEndpoint);
        ConfigurationException.CheckText(path + ".clientId", ClientId);
        if (Method is not ("POST" or "PUT" or "GET"))
            throw new ConfigurationException(path + ".method", $"'{Method}' is no method for tokens; expected POST, PUT or GET.");
    }

    /// <summary>The client's id alone.</summary>
    public override string ToString() => ClientId;
}
