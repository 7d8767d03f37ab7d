namespace Compiled.Server.Executions;

/// <summary>
/// The tokens of redrives, so that a client that asks again after a lost answer redrives once. FEATURES X-044: of an execution the last ten are known, for
/// 15 minutes; those of before a restart are not.
/// </summary>
internal sealed class RedriveTokens(TimeProvider time)
{
    private const int Kept = 10;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, List<Redrive>> _redrives = new(StringComparer.Ordinal);

    /// <summary>Gives when the token redrove the execution; <paramref name="redrive"/> is called when it didn't yet.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="token">The token; null for none, which is never the same as another.</param>
    /// <param name="redrive">Redrives the execution and gives when.</param>
    public Task<DateTimeOffset> OnceAsync(string executionArn, string? token, Func<Task<DateTimeOffset>> redrive)
    {
        if (token is null)
            return redrive();
        lock (_redrives)
        {
            DateTimeOffset now = time.GetUtcNow();
            Forget(now - s_lifetime);
            if (!_redrives.TryGetValue(executionArn, out List<Redrive>? redrives))
                _redrives.Add(executionArn, redrives = []);
            // One that was refused may succeed later.
            redrives.RemoveAll(static known => known.Date.IsFaulted || known.Date.IsCanceled);
            if (redrives.Find(known => known.Token == token) is { } same)
                return same.Date;
            Redrive begun = new(token, now, redrive());
            redrives.Add(begun);
            if (redrives.Count > Kept)
                redrives.RemoveAt(0);
            return begun.Date;
        }
    }

    private void Forget(DateTimeOffset oldest)
    {
        foreach ((string executionArn, List<Redrive> redrives) in _redrives)
        {
            redrives.RemoveAll(known => known.Begun <= oldest);
            if (redrives.Count == 0)
                _redrives.Remove(executionArn);
        }
    }

    private sealed record Redrive(string Token, DateTimeOffset Begun, Task<DateTimeOffset> Date);
}
