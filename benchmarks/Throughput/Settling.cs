using System.Runtime;

namespace Compiled.Benchmarks.Throughput;

/// <summary>
/// Lets something run until the runtime has compiled it for good. It does so on a thread of its own, once code has run for a while, and for tens of milliseconds: on a processor that is busy
/// nothing else runs then.
/// </summary>
internal static class Settling
{
    // The runtime waits 100 ms without new code before it compiles better code.
    private static readonly TimeSpan s_piece = TimeSpan.FromSeconds(0.5);

    // Whatever it is, it is measured in the end.
    private const int MostPieces = 12, Quiet = 2;

    public static void Run(Action<TimeSpan> run)
    {
        int quiet = 0;
        for (int piece = 0; piece < MostPieces && quiet < Quiet; piece++)
        {
            long before = JitInfo.GetCompiledMethodCount();
            run(s_piece);
            quiet = JitInfo.GetCompiledMethodCount() == before ? quiet + 1 : 0;
        }
    }
}
