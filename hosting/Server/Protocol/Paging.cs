namespace Compiled.Server.Protocol;

/// <summary>What a request says about pages. FEATURES P-010.</summary>
/// <param name="Scope">The operation and its other arguments.</param>
/// <param name="MaxResults">How many items at most.</param>
/// <param name="Position">Where the page begins; null for the first.</param>
/// <param name="Now">The time.</param>
internal sealed record Paging(string Scope, int MaxResults, string? Position, DateTimeOffset Now)
{
    private const int Default = 100;

    /// <summary>Reads <c>maxResults</c> and <c>nextToken</c>, and checks what was read of the request until then.</summary>
    public static Paging Read(ApiCall call, TimeProvider time, string scope, int longestToken = 1024)
    {
        ApiRequest request = call.Request;
        long? most = request.Integer("maxResults", 0, 1000);
        string? token = request.Text("nextToken", 1, longestToken);
        request.Check();
        DateTimeOffset now = time.GetUtcNow();
        scope = $"{call.Caller.Region}\n{call.Caller.Account}\n{scope}";
        return new Paging(scope, most is null or 0 ? Default : (int)most.Value, token is null ? null : PageTokens.Read(scope, token, now), now);
    }

    /// <summary>Writes the token of the next page, or nothing at the end.</summary>
    public void WriteNext(ApiCall call, string? position)
    {
        if (position is not null)
            call.Writer.WriteString("nextToken", PageTokens.Write(Scope, position, Now));
    }

    /// <summary>Writes a page of items that are in order by a key, so that what is added or removed meanwhile shifts none.</summary>
    public void Write<T>(ApiCall call, string name, IEnumerable<T> ordered, Func<T, string> key, Action<T> write)
    {
        call.Writer.WriteStartArray(name);
        int count = 0;
        string? last = null, next = null;
        foreach (T item in ordered)
        {
            if (Position is not null && string.CompareOrdinal(key(item), Position) <= 0)
                continue;
            if (count++ == MaxResults)
            {
                next = last;
                break;
            }

            last = key(item);
            call.Writer.WriteStartObject();
            write(item);
            call.Writer.WriteEndObject();
        }

        call.Writer.WriteEndArray();
        WriteNext(call, next);
    }
}
