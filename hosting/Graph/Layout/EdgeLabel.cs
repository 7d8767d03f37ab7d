using Compiled.Graph.Text;

namespace Compiled.Graph.Layout;

/// <summary>The text beside an edge: wrapped and cut to fit, with the whole of it kept for a tool tip.</summary>
internal sealed class EdgeLabel
{
    public const double FontSize = 11;
    public const double LineHeight = 15;
    private const double MaxWidth = 190;
    private const int MaxLinesEach = 3;
    private const int MaxTexts = 4;
    private const double PaddingX = 7;
    private const double PaddingY = 3;

    private EdgeLabel(IReadOnlyList<string> lines, string whole)
    {
        Lines = lines;
        Whole = whole;
        Width = Math.Ceiling(lines.Max(line => TextMetrics.Width(line, FontSize)) + (2 * PaddingX));
        Height = (lines.Count * LineHeight) + (2 * PaddingY);
    }

    public IReadOnlyList<string> Lines { get; }

    public string Whole { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The label of edges drawn as one; null when none of them has a label.</summary>
    public static EdgeLabel? Of(IReadOnlyList<GraphEdge> edges)
    {
        List<string> texts = [];
        foreach (GraphEdge edge in edges)
        {
            string text = DisplayText.Of(edge.Label).Trim();
            if (text.Length > 0 && !texts.Contains(text))
            {
                texts.Add(text);
            }
        }

        if (texts.Count == 0)
        {
            return null;
        }

        int shown = texts.Count <= MaxTexts ? texts.Count : MaxTexts - 1;
        List<string> lines = [];
        for (int i = 0; i < shown; i++)
        {
            // Without the word, two conditions one below the other would read as one that is wrapped.
            string text = i > 0 ? "or " + texts[i] : texts[i];
            lines.AddRange(TextWrap.Clip(text, MaxWidth, texts.Count > 1 ? 2 : MaxLinesEach, FontSize));
        }

        if (shown < texts.Count)
        {
            lines.Add(FormattableString.Invariant($"or {texts.Count - shown} more"));
        }

        return new EdgeLabel(lines, string.Join("\n", texts));
    }
}
