using System.Globalization;
using System.Security;
using System.Text;

namespace Compiled.Benchmarks.Chart;

/// <summary>
/// Ratios as bars on a scale of powers, from the line where both take the same time: to the left where ours takes less. An SVG that follows the reader's light or dark colours.
/// </summary>
internal static class RatioChart
{
    private const int Left = 250, Width = 460, Right = 70, Row = 19, Top = 46, Bar = 12;

    private const string Style = """
        <style>text{fill:#24292f}.tick{stroke:#d0d7de}.one{stroke:#57606a}.less{fill:#2da44e}.more{fill:#bf8700}@media(prefers-color-scheme:dark){text{fill:#c9d1d9}.tick{stroke:#30363d}.one{stroke:#8b949e}.less{fill:#3fb950}.more{fill:#d29922}}</style>

        """;

    private static readonly double[] s_ticks = [0.03125, 0.0625, 0.125, 0.25, 0.5, 1, 2, 4];

    public static string Draw(IReadOnlyList<MeasuredRatio> ratios)
    {
        int bottom = Top + ratios.Count * Row;
        StringBuilder svg = new();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Left + Width + Right}" height="{bottom + 14}" viewBox="0 0 {Left + Width + Right} {bottom + 14}" role="img" font-family="sans-serif" font-size="12">""");
        Line(svg, $"<title>Time of the compiled workflow, as a multiple of each baseline's</title>");
        svg.Append(Style);
        Line(svg, $"""<text x="{Left}" y="14" font-weight="bold">time of ours / time of the baseline (less is better)</text>""");
        foreach (double tick in s_ticks)
        {
            Line(svg, $"""<line class="{(tick == 1 ? "one" : "tick")}" x1="{At(tick):F1}" y1="{Top - 6}" x2="{At(tick):F1}" y2="{bottom}"/>""");
            Line(svg, $"""<text x="{At(tick):F1}" y="{Top - 12}" text-anchor="middle">{(tick < 1 ? $"1/{1 / tick:F0}" : $"{tick:F0}")}</text>""");
        }

        for (int row = 0; row < ratios.Count; row++)
            DrawRow(svg, ratios[row], Top + row * Row);
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawRow(StringBuilder svg, MeasuredRatio measured, int y)
    {
        double one = At(1), end = At(measured.Ratio);
        bool isLess = measured.Ratio <= 1;
        Line(svg, $"""<text x="{Left - 10}" y="{y + Bar - 1}" text-anchor="end">{SecurityElement.Escape(measured.Workload)} · {SecurityElement.Escape(measured.Baseline)}</text>""");
        Line(svg, $"""<rect class="{(isLess ? "less" : "more")}" x="{Math.Min(one, end):F1}" y="{y}" width="{Math.Max(1, Math.Abs(end - one)):F1}" height="{Bar}"/>""");
        Line(svg, $"""<text x="{(isLess ? end - 4 : end + 4):F1}" y="{y + Bar - 1}" text-anchor="{(isLess ? "end" : "start")}">{measured.Ratio:F2}</text>""");
    }

    private static double At(double ratio)
    {
        double first = Math.Log2(s_ticks[0]), last = Math.Log2(s_ticks[^1]);
        return Left + Width * (Math.Clamp(Math.Log2(ratio), first, last) - first) / (last - first);
    }

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
