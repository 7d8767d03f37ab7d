using System.Runtime.InteropServices;
using Compiled.Expressions;

namespace Compiled.Jsonata;

/// <summary>Evaluations outside any execution: the time and the randomness are the system's, and bounds are the defaults; for emitted code.</summary>
public static class StandaloneEvaluation
{
    [ThreadStatic]
    private static Evaluation? t_evaluation;

    /// <summary>
    /// An evaluation for one call of a method marked <see cref="JsonataAttribute"/>. <b>Promise</b>: good until the thread begins another one,
    /// which no expression can do while it is evaluated.
    /// </summary>
    public static Evaluation Begin()
    {
        Evaluation evaluation = t_evaluation ??= new Evaluation(TimeProvider.System, SystemRandom.Shared);
        evaluation.Renew();
        return evaluation;
    }

    private sealed class SystemRandom : IRandomSource
    {
        public static SystemRandom Shared { get; } = new();

        public ulong NextUInt64()
        {
            ulong bits = 0;
            Random.Shared.NextBytes(MemoryMarshal.AsBytes(new Span<ulong>(ref bits)));
            return bits;
        }
    }
}
