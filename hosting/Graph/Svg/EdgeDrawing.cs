using System.Text;
using Compiled.Graph.Layout;
using static Compiled.Graph.Svg.XmlText;

namespace Compiled.Graph.Svg;

/// <summary>Draws a line with rounded corners and an arrow head, and its label.</summary>
internal sealed class EdgeDrawing(XmlText xml)
{
    private const double CornerRadius = 7;
    private const double HeadLength = 8;
    private const double HeadHalfWidth = 4.5;

    public void DrawLine(PlacedEdge edge, string @class, string key, double left, double top)
    {
        List<Point> points = Corners(edge.Points, left, top);
        Point tip = points[^1];
        // The line ends within the head, or its square end would show beside the tip.
        bool isToTheRight = points[^2].Y == tip.Y && points[^2].X < tip.X;
        points[^1] = isToTheRight ? new Point(tip.X - HeadLength + 1, tip.Y) : new Point(tip.X, tip.Y - HeadLength + 1);
        Open(@class, key);
        xml.Empty("path", ("class", "line"), ("d", Rounded(points)));
        xml.Empty("path", ("class", "head"), ("d", isToTheRight
            ? $"M{Number(tip.X)} {Number(tip.Y)}l{Number(-HeadLength)} {Number(-HeadHalfWidth)}v{Number(2 * HeadHalfWidth)}z"
            : $"M{Number(tip.X)} {Number(tip.Y)}l{Number(-HeadHalfWidth)} {Number(-HeadLength)}h{Number(2 * HeadHalfWidth)}z"));
        xml.Close("g");
    }

    public void DrawLabel(PlacedEdge edge, string @class, string key, double left, double top)
    {
        if (edge.Label is not { } label)
        {
            return;
        }

        double x = left + edge.LabelMiddle.X;
        double y = top + edge.LabelMiddle.Y - (label.Height / 2);
        Open(@class, key.Length > 0 ? key + "t" : "");
        xml.Text("title", label.Whole);
        xml.Empty("rect", ("class", "tag"), ("x", Number(x - (label.Width / 2))), ("y", Number(y)),
            ("width", Number(label.Width)), ("height", Number(label.Height)), ("rx", "6"));
        for (int i = 0; i < label.Lines.Count; i++)
        {
            double baseline = y + ((label.Height - (label.Lines.Count * EdgeLabel.LineHeight)) / 2) + (i * EdgeLabel.LineHeight) + 11;
            xml.Text("text", label.Lines[i], ("class", "tag-text"), ("x", Number(x)), ("y", Number(baseline)));
        }

        xml.Close("g");
    }

    private void Open(string @class, string key)
    {
        if (key.Length > 0)
        {
            xml.Open("g", ("class", @class), ("data-key", key));
        }
        else
        {
            xml.Open("g", ("class", @class));
        }
    }

    // Without points where the line goes straight on.
    private static List<Point> Corners(IReadOnlyList<Point> points, double left, double top)
    {
        var corners = new List<Point>();
        foreach (Point point in points)
        {
            var here = new Point(left + point.X, top + point.Y);
            if (corners.Count >= 2 && IsBetween(corners[^2], corners[^1], here))
            {
                corners.RemoveAt(corners.Count - 1);
            }

            corners.Add(here);
        }

        return corners;
    }

    private static bool IsBetween(Point a, Point middle, Point b) =>
        (a.X == middle.X && middle.X == b.X && (middle.Y - a.Y) * (b.Y - middle.Y) >= 0)
        || (a.Y == middle.Y && middle.Y == b.Y && (middle.X - a.X) * (b.X - middle.X) >= 0);

    private static string Rounded(List<Point> points)
    {
        var path = new StringBuilder();
        path.Append('M').Append(At(points[0]));
        for (int i = 1; i + 1 < points.Count; i++)
        {
            (Point before, Point corner, Point after) = (points[i - 1], points[i], points[i + 1]);
            double radius = Math.Min(CornerRadius, Math.Min(Distance(before, corner), Distance(corner, after)) / 2);
            path.Append('L').Append(At(Towards(corner, before, radius)));
            path.Append('Q').Append(At(corner)).Append(' ').Append(At(Towards(corner, after, radius)));
        }

        return path.Append('L').Append(At(points[^1])).ToString();
    }

    private static string At(Point point) => Number(point.X) + " " + Number(point.Y);

    private static double Distance(Point a, Point b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);

    private static Point Towards(Point from, Point to, double distance) =>
        new(from.X + (Math.Sign(to.X - from.X) * distance), from.Y + (Math.Sign(to.Y - from.Y) * distance));
}
