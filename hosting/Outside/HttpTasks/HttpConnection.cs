namespace Compiled.Outside.HttpTasks;

/// <summary>What stands for an EventBridge connection: how requests are authorised, and what is added to them. Exactly one way of the three.</summary>
public sealed record HttpConnection
{
    /// <summary>A user's name and password, in the header <c>Authorization</c>.</summary>
    public BasicAuthorization? Basic { get; set; }

    /// <summary>A key in a header of its own.</summary>
    public ApiKeyAuthorization? ApiKey { get; set; }

    /// <summary>A token that is fetched with a client's id and secret, and kept as long as it is good.</summary>
    public OAuthAuthorization? OAuth { get; set; }

    /// <summary>Headers that every request gets; they win over the state's.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>Query parameters that every request gets; they win over the state's.</summary>
    public IReadOnlyDictionary<string, string> QueryParameters { get; set; } = new Dictionary<string, string>();

    /// <summary>Members that every body gets that is an object, or none; they win over the state's.</summary>
    public IReadOnlyDictionary<string, string> Body { get; set; } = new Dictionary<string, string>();

    internal void Check(string path)
    {
        int ways = (Basic is null ? 0 : 1) + (ApiKey is null ? 0 : 1) + (OAuth is null ? 0 : 1);
        if (ways != 1)
            throw new ConfigurationException(path, $"The connection has {ways} of 'basic', 'apiKey' and 'oAuth'; expected exactly one.");
        if (Basic is not null)
            ConfigurationException.CheckText(path + ".basic.username", Basic.Username);
        if (ApiKey is not null)
            ConfigurationException.CheckText(path + ".apiKey.name", ApiKey.Name);
        OAuth?.Check(path + ".oAuth");
    }
}
