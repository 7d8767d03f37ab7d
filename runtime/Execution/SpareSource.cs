namespace Compiled.Execution;

/// <summary>One cancellation source a thread, for calls that complete before anyone could cancel them.</summary>
internal static class SpareSource
{
    [ThreadStatic]
    private static CancellationTokenSource? t_spare;

    public static CancellationTokenSource Rent()
    {
        CancellationTokenSource source = t_spare ?? new CancellationTokenSource();
        t_spare = null;
        return source;
    }

    public static void Return(CancellationTokenSource source)
    {
        // Also drops what a handler registered and forgot.
        if (source.TryReset())
            t_spare = source;
    }
}
