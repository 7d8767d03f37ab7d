using System.Globalization;

namespace Compiled.Benchmarks.Durable;

/// <summary>Names and times of the executions, the same for whoever writes them. Names are spread as random ones are, which is what their index costs.</summary>
internal static class JournalNames
{
    public static string Of(long execution)
        => ((ulong)execution * 0x9E3779B97F4A7C15).ToString("x16", CultureInfo.InvariantCulture) + "-0000-4000-8000-00000000";

    public static long Ticks(long execution) => 638_000_000_000_000_000 + (execution * 1000);
}
