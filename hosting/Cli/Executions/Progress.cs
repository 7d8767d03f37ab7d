using System.Diagnostics;
using System.Globalization;

namespace Compiled.Cli.Executions;

/// <summary>Says how far a long command is, a line every two seconds; short ones say nothing.</summary>
internal sealed class Progress(TextWriter output, string done) : IProgress<long>
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private long _last = Stopwatch.GetTimestamp();

    public void Report(long value)
    {
        if (Stopwatch.GetElapsedTime(_last) < s_pause) return;
        _last = Stopwatch.GetTimestamp();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} executions {done} ..."));
    }
}
