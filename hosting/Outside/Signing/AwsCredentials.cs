namespace Compiled.Outside.Signing;

/// <summary>The keys that requests to AWS are signed with.</summary>
public sealed record AwsCredentials
{
    /// <summary>The key's id, which is no secret.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The secret key.</summary>
    public required string SecretAccessKey { get; init; }

    /// <summary>The token of keys that are lent for a time; null for others.</summary>
    public string? SessionToken { get; set; }

    internal void Check(string path)
    {
        ConfigurationException.CheckText(path + ".accessKeyId", AccessKeyId);
        ConfigurationException.CheckText(path + ".secretAccessKey", SecretAccessKey);
    }

    /// <summary>The id alone.</summary>
    public override string ToString() => AccessKeyId;
}
