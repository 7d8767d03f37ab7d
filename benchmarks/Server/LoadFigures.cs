namespace Compiled.Benchmarks.Server;

/// <summary>What a load came to.</summary>
/// <param name="Answers">The good answers.</param>
/// <param name="Errors">The others.</param>
/// <param name="Time">How long it lasted.</param>
/// <param name="Processor">The processor time of server and clients.</param>
internal sealed record LoadFigures(long Answers, long Errors, TimeSpan Time, TimeSpan Processor)
{
    public double PerSecond => Answers / Time.TotalSeconds;

    /// <summary>The processor time of a request, the client's part with it.</summary>
    public TimeSpan PerRequest => Processor / Math.Max(1, Answers);
}
