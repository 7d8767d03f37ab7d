namespace Compiled.Benchmarks.Chart;

/// <summary>Draws the measured tables of a README as a chart beside it, so that there is one place for the numbers.</summary>
internal static class ChartCommand
{
    private const string Usage = "usage: benchmarks chart [README.md] [ratios.svg]";

    public static int Run(string[] arguments, TextWriter output)
    {
        string readme = arguments.ElementAtOrDefault(0) ?? Path.Combine("benchmarks", "README.md");
        string chart = arguments.ElementAtOrDefault(1) ?? Path.Combine(Path.GetDirectoryName(readme) ?? "", "ratios.svg");
        if (arguments.Length > 2 || !File.Exists(readme))
        {
            Console.Error.WriteLine(arguments.Length > 2 ? Usage : $"There is no '{readme}' here. {Usage}");
            return 2;
        }

        MeasuredRatio[] ratios = [.. MeasuredRatio.ReadAll(File.ReadAllText(readme))];
        File.WriteAllText(chart, RatioChart.Draw(ratios));
        output.WriteLine($"{chart}: {ratios.Length} ratios");
        return 0;
    }
}
