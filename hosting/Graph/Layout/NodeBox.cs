using Compiled.Graph.Text;

namespace Compiled.Graph.Layout;

/// <summary>A node with its texts broken into lines, the flows inside it laid out, and the size that takes.</summary>
internal sealed class NodeBox
{
    public const double NameFontSize = 13;
    public const double NameLineHeight = 17;
    public const double CaptionFontSize = 10.5;
    public const double CaptionLineHeight = 14;
    public const double IconSize = 22;
    public const double IconGap = 10;
    public const double PaddingX = 13;
    public const double PaddingY = 9;

    /// <summary>How far the points of a Choice's hexagon stand out.</summary>
    public const double HexagonPoint = 16;
    public const double FramePadding = 14;
    public const double LaneGap = 12;
    public const double LanePadding = 14;

    /// <summary>How far the second outline of a Map shows below and beside the first, within the box.</summary>
    public const double StackOffset = 4;
    private const double MaxNameWidth = 190;
    private const double BadgeRoom = 20;
    private const double MinWidth = 132;
    private const double MarkerSize = 12;
    private const double PillWidth = 62;
    private const double PillHeight = 26;

    private NodeBox(GraphNode node) => Node = node;

    public GraphNode Node { get; }

    public double Width { get; private init; }

    public double Height { get; private init; }

    public IReadOnlyList<string> NameLines { get; private init; } = [];

    public IReadOnlyList<string> CaptionLines { get; private init; } = [];

    /// <summary>The height of the texts, and of a frame's title strip without its padding.</summary>
    public double TextHeight { get; private init; }

    /// <summary>The flows inside, side by side, or one below the other where they run to the right; empty but for frames.</summary>
    public IReadOnlyList<Lane> Lanes { get; private init; } = [];

    public bool IsFrame => Lanes.Count > 0;

    /// <summary>The box of a node; a marker of the top flow is a pill with its word, one inside a frame a small dot.</summary>
    public static NodeBox Of(GraphNode node, int depth, GraphDirection direction = GraphDirection.Down)
    {
        if (node.IsMarker)
        {
            return depth == 0
                ? new NodeBox(node) { Width = PillWidth, Height = PillHeight, NameLines = [node.Name] }
                : new NodeBox(node) { Width = MarkerSize, Height = MarkerSize };
        }

        PlacedFlow[] flows = [.. node.Flows.Select(flow => FlowLayout.Place(flow, direction, depth + 1))];
        double inside = flows.Length == 0 ? 0 : WidthOf(flows, direction);
        double room = Math.Max(MaxNameWidth, inside - IconSize - IconGap - (2 * PaddingX) - BadgeRoom);
        IReadOnlyList<string> name = TextWrap.Wrap(DisplayText.Of(node.Name), room, NameFontSize, bold: true);
        double nameWidth = name.Max(line => TextMetrics.Width(line, NameFontSize, bold: true));
        IReadOnlyList<string> caption = TextWrap.Clip(
            CaptionOf(node), Math.Max(nameWidth, room), maxLines: 2, CaptionFontSize);
        double captionWidth = caption.Max(line => TextMetrics.Width(line, CaptionFontSize));
        double textHeight = Math.Max(IconSize, (name.Count * NameLineHeight) + (caption.Count * CaptionLineHeight));
        double width = Math.Max(MinWidth, Math.Ceiling(Math.Max(nameWidth, captionWidth)) + IconSize + IconGap + (2 * PaddingX));
        var box = new NodeBox(node)
        {
            Width = node.Kind == GraphNodeKind.Choice ? width + (2 * HexagonPoint) - PaddingX : width,
            Height = textHeight + (2 * PaddingY),
            NameLines = name,
            CaptionLines = caption,
            TextHeight = textHeight,
        };
        return flows.Length > 0 ? Framed(box, flows, direction) : box;
    }

    // Flows that run down stand side by side, those that run to the right one below the other.
    private static double WidthOf(PlacedFlow[] flows, GraphDirection direction) => direction == GraphDirection.Right
        ? flows.Max(flow => flow.Width) + (2 * LanePadding) + (2 * FramePadding)
        : flows.Sum(flow => flow.Width + (2 * LanePadding)) + (LaneGap * (flows.Length - 1)) + (2 * FramePadding);

    private static NodeBox Framed(NodeBox box, PlacedFlow[] flows, GraphDirection direction)
    {
        double stack = box.Node.Kind == GraphNodeKind.Map ? StackOffset : 0;
        double bare = WidthOf(flows, direction);
        double width = Math.Max(bare, box.Width + FramePadding);
        double top = box.TextHeight + (2 * PaddingY);
        List<Lane> lanes = direction == GraphDirection.Right ? OneBelowTheOther(flows, top, width) : SideBySide(flows, top, (width - bare) / flows.Length);
        return new NodeBox(box.Node)
        {
            Width = width + stack,
            Height = lanes[^1].Top + lanes[^1].Height + FramePadding + stack,
            NameLines = box.NameLines,
            CaptionLines = box.CaptionLines,
            TextHeight = box.TextHeight,
            Lanes = lanes,
        };
    }

    private static List<Lane> SideBySide(PlacedFlow[] flows, double top, double spare)
    {
        double height = flows.Max(flow => flow.Height) + (2 * LanePadding);
        double left = FramePadding;
        var lanes = new List<Lane>();
        foreach (PlacedFlow flow in flows)
        {
            double width = flow.Width + (2 * LanePadding) + spare;
            lanes.Add(new Lane(flow, left, top, width, height));
            left += width + LaneGap;
        }

        return lanes;
    }

    private static List<Lane> OneBelowTheOther(PlacedFlow[] flows, double top, double frameWidth)
    {
        var lanes = new List<Lane>();
        foreach (PlacedFlow flow in flows)
        {
            double height = flow.Height + (2 * LanePadding);
            lanes.Add(new Lane(flow, FramePadding, top, frameWidth - (2 * FramePadding), height) { StartsAtLeft = true });
            top += height + LaneGap;
        }

        return lanes;
    }

    private static string CaptionOf(GraphNode node)
    {
        string detail = DisplayText.Of(node.Detail);
        return detail.Length > 0 ? node.Kind + " · " + detail : node.Kind.ToString();
    }
}
