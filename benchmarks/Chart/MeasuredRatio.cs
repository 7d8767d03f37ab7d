using System.Globalization;

namespace Compiled.Benchmarks.Chart;

/// <summary>A line of what <c>ratios</c> printed, as the README has it: <c>| W2 | typed | 3997 | 4604 | 0.87 | 3864 |</c>.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Baseline">What it was measured against.</param>
/// <param name="Ratio">Our time, of the baseline's.</param>
internal sealed record MeasuredRatio(string Workload, string Baseline, double Ratio)
{
    private const string Header = "| workload | baseline | ours ns | baseline ns | ratio | bytes/op |";

    /// <summary>The rows of all such tables of a text, in its order.</summary>
    public static IEnumerable<MeasuredRatio> ReadAll(string markdown)
    {
        bool isInTable = false;
        foreach (string line in markdown.Split('\n'))
        {
            isInTable = line == Header || isInTable && line.StartsWith('|');
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (isInTable && cells.Length == 8 && double.TryParse(cells[5], CultureInfo.InvariantCulture, out double ratio))
                yield return new MeasuredRatio(cells[1], cells[2], ratio);
        }
    }
}
