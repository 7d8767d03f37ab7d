namespace Compiled.Benchmarks.Throughput;

/// <summary>What one worker and several do, in turns, so that what disturbs the machine disturbs both.</summary>
internal sealed class Rates(string what, int fewer, int more, Func<TimeSpan, Slice> runFewer, Func<TimeSpan, Slice> runMore)
{
    private readonly List<Slice> _fewer = [], _more = [];

    /// <summary>What each of the fewer does.</summary>
    public double PerWorker => SliceLine.Median([.. _fewer], static each => each.PerSecond) / fewer;

    public void WarmUp()
    {
        for (int turn = 0; turn < 2; turn++)
        {
            runFewer(TimeSpan.FromSeconds(1));
            runMore(TimeSpan.FromSeconds(1));
        }
    }

    public void Round(int round, TimeSpan slice)
    {
        // Each goes first in half of the rounds.
        if (round % 2 == 0)
            _fewer.Add(runFewer(slice));
        _more.Add(runMore(slice));
        if (round % 2 == 1)
            _fewer.Add(runFewer(slice));
    }

    public void Write(int transitions, TextWriter output)
    {
        SliceLine.Write(what, fewer, [.. _fewer], transitions, output);
        SliceLine.Write(what, more, [.. _more], transitions, output);
    }

    /// <summary>How near the more come to doing as many times as much, by the clock and by the processor time of an execution.</summary>
    public void WriteScaling(TextWriter output)
    {
        double clock = Ratio(_more, _fewer, static each => each.PerSecond) * fewer / more, processor = Ratio(_fewer, _more, static each => each.Each.TotalMicroseconds);
        output.WriteLine(SliceLine.Number($"scaling of {what} from {fewer} to {more}: {clock:F2} by the clock, {processor:F2} by processor time of an execution"));
    }

    // Taken inside each round, so that the machine was the same for both.
    private static double Ratio(List<Slice> above, List<Slice> below, Func<Slice, double> value)
        => SliceLine.Median([.. above.Zip(below, (upper, lower) => value(upper) / value(lower))]);
}
