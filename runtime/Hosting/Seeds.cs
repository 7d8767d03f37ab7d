using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Compiled.Execution;

namespace Compiled.Hosting;

/// <summary>
/// The seeds of a host's executions: the system's randomness, fetched for many at once, or derived from a seed in the order of the starts. Most executions never ask for theirs, so that it is
/// made when they do.
/// </summary>
internal sealed class Seeds(ulong? from)
{
    private const int Fetched = 64;

    [ThreadStatic]
    private static ulong[]? t_fetched;

    [ThreadStatic]
    private static int t_left;

    private long _starts;

    /// <summary>A seed for an execution that is started now.</summary>
    public ulong Next() => Of(Take());

    /// <summary>The number of a start; 0 where it doesn't matter.</summary>
    public long Take() => from is null ? 0 : Interlocked.Increment(ref _starts);

    /// <summary>The seed of a start: where it isn't derived from its number, another one each time.</summary>
    public ulong Of(long number)
    {
        if (from is { } seed)
            return SeededRandom.DeriveSeed(seed, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"start {number}"));
        // Tokens derive from it, so that it must not be guessed; a call of the system for each start would cost as much as a short workflow.
        ulong[] fetched = t_fetched ??= new ulong[Fetched];
        if (t_left == 0)
        {
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(fetched.AsSpan()));
            t_left = Fetched;
        }

        ulong next = fetched[--t_left];
        fetched[t_left] = 0;
        return next;
    }
}
