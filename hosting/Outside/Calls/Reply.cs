namespace Compiled.Outside.Calls;

/// <summary>What came of one HTTP request: an answer, or <see cref="Trouble"/>.</summary>
internal sealed record Reply
{
    public Trouble Trouble { get; init; }

    /// <summary>What the trouble was, in words; null for none.</summary>
    public string? Text { get; init; }

    public int Status { get; init; }

    public string Reason { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string[]>> Headers { get; init; } = [];

    public byte[] Body { get; init; } = [];

    public bool IsSuccess => Status is >= 200 and < 300;

    public string? Header(string name)
    {
        foreach ((string key, string[] values) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return values.FirstOrDefault();
        }

        return null;
    }

    /// <summary>The body as text; what is no UTF-8 is replaced.</summary>
    public string BodyText => System.Text.Encoding.UTF8.GetString(Body);
}
