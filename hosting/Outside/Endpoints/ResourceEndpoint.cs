namespace Compiled.Outside.Endpoints;

/// <summary>Where tasks of some resources are done, by HTTP. docs/guide/outside.md shows request and answer.</summary>
public sealed record ResourceEndpoint
{
    /// <summary>The Resource, whole or with <c>*</c> for any characters: <c>arn:aws:states:::sqs:*</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>Where each attempt is posted to.</summary>
    public required Uri Url { get; init; }

    /// <summary>Headers that each request has besides, such as <c>Authorization</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>How long one attempt may take; 60 seconds unless said. Then the attempt fails with <c>States.Timeout</c>.</summary>
    public double TimeoutSeconds { get; set; } = 60;

    /// <summary>
    /// The endpoint may get an attempt twice: after a crash a durable host posts it again, with the same <c>idempotencyKey</c>, where it would
    /// otherwise count the attempt as failed.
    /// </summary>
    public bool Idempotent { get; set; }

    internal bool Fits(string resource)
    {
        string[] parts = Resource.Split('*');
        if (parts.Length == 1)
            return resource == Resource;
        if (resource.Length < parts[0].Length + parts[^1].Length
            || !resource.StartsWith(parts[0], StringComparison.Ordinal) || !resource.EndsWith(parts[^1], StringComparison.Ordinal))
            return false;
        // What stands between stars may come as early as it can; the last part has its place at the end.
        int at = parts[0].Length, end = resource.Length - parts[^1].Length;
        foreach (string part in parts[1..^1])
        {
            int found = resource.AsSpan(at, end - at).IndexOf(part, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at += found + part.Length;
        }

        return true;
    }

    internal void Check(string path)
    {
        ConfigurationException.CheckText(path + ".resource", Resource);
        ConfigurationException.CheckUrl(path + ".url", Url);
        ConfigurationException.CheckTimeout(path + ".timeoutSeconds", TimeoutSeconds);
    }
}
