using Compiled.Graph.Layout;
using Compiled.Graph.Text;
using static Compiled.Graph.Svg.XmlText;

namespace Compiled.Graph.Svg;

/// <summary>Draws a node: its shape by type, icon, name and caption, or the frame around its flows.</summary>
internal sealed class NodeDrawing(XmlText xml, Overlay? overlay, bool isInPage)
{
    private const double InnerBorder = 3.5;

    /// <summary>Draws the node and leaves its element open for the flows inside it; <see cref="Close"/> ends it.</summary>
    public void Draw(PlacedNode placed, double left, double top, bool isMarkerReached)
    {
        NodeBox box = placed.Box;
        Open(box.Node, isMarkerReached);
        if (box.Node.IsMarker)
        {
            DrawMarker(box, left, top);
            return;
        }

        xml.Text("title", TitleOf(box.Node));
        if (box.IsFrame)
        {
            DrawFrame(box, left, top);
        }
        else
        {
            DrawShape(box.Node, "box", left, top, box.Width, box.Height);
            if (box.Node.IsTerminal)
            {
                DrawShape(box.Node, "inner", left + InnerBorder, top + InnerBorder,
                    box.Width - (2 * InnerBorder), box.Height - (2 * InnerBorder));
            }
        }

        DrawTexts(box, left, top);
        if (overlay is not null && (isInPage || overlay.OutcomeOf(box.Node) is not null))
        {
            double right = left + box.Width - (box.IsFrame && box.Node.Kind == GraphNodeKind.Map ? NodeBox.StackOffset : 0);
            DrawBadge(overlay.OutcomeOf(box.Node), right - 12, top);
            DrawNote(overlay.NoteOf(box.Node), right - 26, top + 4);
        }
    }

    public void Close() => xml.Close("g");

    private void Open(GraphNode node, bool isMarkerReached)
    {
        string @class = ClassOf(node, isMarkerReached);
        if (!isInPage)
        {
            xml.Open("g", ("class", @class));
        }
        else if (node.IsMarker)
        {
            xml.Open("g", ("class", @class), ("data-key", node.Id), ("aria-hidden", "true"));
        }
        else
        {
            string status = overlay?.OutcomeOf(node) is { } outcome ? ", " + Legend.NameOf(outcome).ToLowerInvariant() : overlay is null ? "" : ", not reached";
            xml.Open("g", ("class", @class), ("data-key", node.Id), ("data-state", node.Name), ("role", "button"), ("tabindex", "-1"),
                ("aria-label", TitleOf(node) + status));
        }
    }

    private string ClassOf(GraphNode node, bool isMarkerReached)
    {
        string kind = "node " + node.Kind.ToString().ToLowerInvariant() + (node.Flows.Count > 0 ? " frame" : "");
        if (!node.IsReachable)
        {
            kind += " unreachable";
        }

        if (overlay is null)
        {
            return kind;
        }

        return overlay.OutcomeOf(node) is { } outcome ? $"{kind} visited {outcome.ToString().ToLowerInvariant()}"
            : isMarkerReached ? kind
            : kind + " missed";
    }

    private static string TitleOf(GraphNode node) =>
        node.Name + " (" + node.Kind + (node.Detail.Length > 0 ? ", " + node.Detail : "") + (node.IsTerminal ? ", end" : "") + ")";

    private void DrawMarker(NodeBox box, double left, double top)
    {
        double x = left + (box.Width / 2);
        double y = top + (box.Height / 2);
        if (box.NameLines.Count > 0)
        {
            Rect("pill", left, top, box.Width, box.Height, box.Height / 2);
            xml.Text("text", box.NameLines[0], ("class", "pill-text"), ("x", Number(x)), ("y", Number(y + 4)));
            return;
        }

        bool isEnd = box.Node.Kind == GraphNodeKind.End;
        xml.Empty("circle", ("class", isEnd ? "ring" : "dot"), ("cx", Number(x)), ("cy", Number(y)),
            ("r", Number((box.Width / 2) - (isEnd ? 0.75 : 1))));
        if (isEnd)
        {
            xml.Empty("circle", ("class", "dot"), ("cx", Number(x)), ("cy", Number(y)), ("r", "3"));
        }
    }

    private void DrawFrame(NodeBox box, double left, double top)
    {
        double stack = box.Node.Kind == GraphNodeKind.Map ? NodeBox.StackOffset : 0;
        if (stack > 0)
        {
            Rect("box behind", left + stack, top + stack, box.Width - stack, box.Height - stack, 12);
        }

        Rect("box", left, top, box.Width - stack, box.Height - stack, 12);
        foreach (Lane lane in box.Lanes)
        {
            Rect("lane", left + lane.Left, top + lane.Top, lane.Width, lane.Height, 8);
        }
    }

    private void DrawShape(GraphNode node, string @class, double left, double top, double width, double height)
    {
        if (node.Kind == GraphNodeKind.Choice)
        {
            double point = NodeBox.HexagonPoint;
            xml.Empty("path", ("class", @class), ("d",
                $"M{Number(left)} {Number(top + (height / 2))}L{Number(left + point)} {Number(top)}H{Number(left + width - point)}"
                + $"L{Number(left + width)} {Number(top + (height / 2))}L{Number(left + width - point)} {Number(top + height)}"
                + $"H{Number(left + point)}z"));
            return;
        }

        double radius = node.Kind switch
        {
            GraphNodeKind.Succeed or GraphNodeKind.Fail => Math.Min(height / 2, 22),
            GraphNodeKind.Wait => 16,
            GraphNodeKind.Pass => 3,
            _ => 8,
        };
        Rect(@class, left, top, width, height, @class == "inner" ? Math.Max(radius - InnerBorder, 1) : radius);
    }

    private void DrawTexts(NodeBox box, double left, double top)
    {
        double indent = box.Node.Kind == GraphNodeKind.Choice ? NodeBox.HexagonPoint + (NodeBox.PaddingX / 2)
            : box.IsFrame ? NodeBox.FramePadding
            : NodeBox.PaddingX;
        double textsHeight = (box.NameLines.Count * NodeBox.NameLineHeight) + (box.CaptionLines.Count * NodeBox.CaptionLineHeight);
        double middle = top + NodeBox.PaddingY + (box.TextHeight / 2);
        double iconTop = box.IsFrame ? top + NodeBox.PaddingY + 4 : middle - (NodeBox.IconSize / 2);
        Rect("icon", left + indent, iconTop, NodeBox.IconSize, NodeBox.IconSize, 6);
        xml.Empty("path", ("class", "glyph"), ("d", Glyphs.Of(box.Node.Kind)),
            ("transform", $"translate({Number(left + indent)} {Number(iconTop)})"));
        double x = left + indent + NodeBox.IconSize + NodeBox.IconGap;
        double y = middle - (textsHeight / 2);
        foreach (string line in box.NameLines)
        {
            xml.Text("text", line, ("class", "name"), ("x", Number(x)), ("y", Number(y + 13)));
            y += NodeBox.NameLineHeight;
        }

        foreach (string line in box.CaptionLines)
        {
            xml.Text("text", line, ("class", "caption"), ("x", Number(x)), ("y", Number(y + 10)));
            y += NodeBox.CaptionLineHeight;
        }
    }

    private void DrawBadge(StateOutcome? outcome, double x, double y)
    {
        xml.Empty("circle", ("class", "badge"), ("cx", Number(x)), ("cy", Number(y)), ("r", "9"));
        xml.Empty("path", ("class", "badge-glyph"), ("d", outcome is { } known ? Glyphs.Of(known) : ""),
            ("transform", $"translate({Number(x - 9)} {Number(y - 9)})"));
    }

    private void DrawNote(string? note, double x, double y)
    {
        if (note is not null || isInPage)
        {
            xml.Text("text", note ?? "", ("class", "note"), ("x", Number(x)), ("y", Number(y)));
        }
    }

    private void Rect(string @class, double left, double top, double width, double height, double radius) =>
        xml.Empty("rect", ("class", @class), ("x", Number(left)), ("y", Number(top)),
            ("width", Number(width)), ("height", Number(height)), ("rx", Number(radius)));
}
