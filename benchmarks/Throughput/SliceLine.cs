using System.Globalization;

namespace Compiled.Benchmarks.Throughput;

/// <summary>A line of the table: the medians of several slices, and the latencies and collections of all.</summary>
internal static class SliceLine
{
    public static void Write(string what, int workers, Slice[] slices, int transitions, TextWriter output)
    {
        LatencyHistogram latencies = new();
        foreach (Slice each in slices)
            latencies.Add(each.Latencies);
        double rate = Median(slices, static each => each.PerSecond);
        int[] collections = [.. Enumerable.Range(0, 3).Select(generation => slices.Sum(each => each.Collections[generation]))];
        double paused = slices.Sum(static each => each.Paused.TotalMilliseconds);
        output.WriteLine(Number(
            $"{what} {workers} {rate:F0} {rate * transitions:F0} {Median(slices, static each => each.Each.TotalMicroseconds):F2} {Median(slices, static each => each.BytesEach):F0} {At(0.5):F1} {At(0.99):F1} {At(0.999):F1} {collections[0]} {collections[1]} {collections[2]} {paused:F1}"));

        double At(double share) => latencies.At(share).TotalMicroseconds;
    }

    public static double Median(Slice[] slices, Func<Slice, double> value) => Median([.. slices.Select(value)]);

    public static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    public static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
