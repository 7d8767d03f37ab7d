using Compiled.Graph.Text;
using static Compiled.Graph.Svg.XmlText;

namespace Compiled.Graph.Svg;

/// <summary>A row below the drawing that names the colours of the outcomes in it; takes no room without an overlay.</summary>
internal sealed class Legend
{
    private const double FontSize = 11;
    private const double RowHeight = 18;
    private const double Gap = 18;
    private const double TextIndent = 25;
    private readonly List<(string Class, string Text, StateOutcome? Outcome)> _entries = [];

    public Legend(Overlay? overlay)
    {
        if (overlay is null)
        {
            return;
        }

        foreach (StateOutcome outcome in overlay.Outcomes)
        {
            _entries.Add(("visited " + outcome.ToString().ToLowerInvariant(), NameOf(outcome), outcome));
        }

        _entries.Add(("missed", "Not reached", null));
    }

    public static string NameOf(StateOutcome outcome) => outcome == StateOutcome.Caught ? "Caught error" : outcome.ToString();

    public double Width => _entries.Sum(WidthOf);

    public double Height => _entries.Count > 0 ? RowHeight + Gap : 0;

    public void Draw(XmlText xml, double left, double top)
    {
        foreach (var entry in _entries)
        {
            xml.Open("g", ("class", "legend " + entry.Class));
            double y = top + (RowHeight / 2);
            xml.Empty("circle", ("class", "badge"), ("cx", Number(left + 9)), ("cy", Number(y)), ("r", "8"));
            if (entry.Outcome is { } outcome)
            {
                xml.Empty("path", ("class", "badge-glyph"), ("d", Glyphs.Of(outcome)),
                    ("transform", $"translate({Number(left)} {Number(y - 9)})"));
            }

            xml.Text("text", entry.Text, ("class", "legend-text"), ("x", Number(left + TextIndent)), ("y", Number(y + 4)));
            xml.Close("g");
            left += WidthOf(entry);
        }
    }

    private static double WidthOf((string Class, string Text, StateOutcome? Outcome) entry) =>
        TextIndent + TextMetrics.Width(entry.Text, FontSize) + Gap;
}
