using Compiled.Graph.Layout;

namespace Graph.Tests.Layout;

/// <summary>A rectangle on the page.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    // Places are rounded, so what touches may overlap by less than this.
    private const double Slack = 0.01;

    public static Box Of(PlacedNode node) =>
        new(node.Left, node.Top, node.Left + node.Box.Width, node.Top + node.Box.Height);

    public static Box Of(PlacedEdge edge) => new(
        edge.LabelMiddle.X - (edge.Label!.Width / 2),
        edge.LabelMiddle.Y - (edge.Label.Height / 2),
        edge.LabelMiddle.X + (edge.Label.Width / 2),
        edge.LabelMiddle.Y + (edge.Label.Height / 2));

    public static Box Of(Point a, Point b) =>
        new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));

    public bool Overlaps(Box other) =>
        Left < other.Right - Slack && other.Left < Right - Slack && Top < other.Bottom - Slack && other.Top < Bottom - Slack;

    public bool Holds(Box other) =>
        other.Left >= Left - Slack && other.Right <= Right + Slack && other.Top >= Top - Slack && other.Bottom <= Bottom + Slack;
}
