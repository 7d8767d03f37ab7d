using Compiled.Graph.Layout;

namespace Graph.Tests.Layout;

/// <summary>Finds what a drawing must not have; each flaw as a sentence that names the nodes.</summary>
internal static class LayoutFlaws
{
    public static List<string> Of(PlacedFlow flow, bool isToTheRight = false)
    {
        var flaws = new List<string>();
        (string Name, Box Box)[] boxes =
        [
            .. flow.Nodes.Select(node => ("'" + node.Box.Node.Name + "'", Box.Of(node))),
            .. flow.Edges.Where(edge => edge.Label is not null).Select(edge => ("label '" + edge.Label!.Whole + "'", Box.Of(edge))),
        ];
        var page = new Box(0, 0, flow.Width, flow.Height);
        for (int i = 0; i < boxes.Length; i++)
        {
            Add(!page.Holds(boxes[i].Box), $"{boxes[i].Name} leaves its flow.");
            for (int j = 0; j < i; j++)
            {
                Add(boxes[i].Box.Overlaps(boxes[j].Box), $"{boxes[i].Name} overlaps {boxes[j].Name}.");
            }
        }

        foreach (PlacedEdge edge in flow.Edges)
        {
            AddEdgeFlaws(flow, edge, page, flaws, isToTheRight);
        }

        AddSharedPieces(flow, flaws);
        foreach (PlacedNode node in flow.Nodes)
        {
            AddFrameFlaws(node, flaws, isToTheRight);
        }

        return flaws;

        void Add(bool isFlaw, string text)
        {
            if (isFlaw)
            {
                flaws.Add(text);
            }
        }
    }

    private static void AddEdgeFlaws(PlacedFlow flow, PlacedEdge edge, Box page, List<string> flaws, bool isToTheRight)
    {
        PlacedNode from = flow.Nodes.Single(node => node.Box.Node.Id == edge.Edges[0].From);
        PlacedNode to = flow.Nodes.Single(node => node.Box.Node.Id == edge.Edges[0].To);
        string name = $"The edge '{from.Box.Node.Name}' to '{to.Box.Node.Name}'";
        (Point first, Point last) = (edge.Points[0], edge.Points[^1]);
        if (isToTheRight
            ? first.X != from.Left + from.Box.Width || first.Y <= from.Top || first.Y >= from.Top + from.Box.Height
            : first.Y != from.Top + from.Box.Height || first.X <= from.Left || first.X >= from.Left + from.Box.Width)
        {
            flaws.Add($"{name} does not begin at the border where the flow goes on.");
        }

        if (isToTheRight
            ? last.X != to.Left || last.Y <= to.Top || last.Y >= to.Top + to.Box.Height
            : last.Y != to.Top || last.X <= to.Left || last.X >= to.Left + to.Box.Width)
        {
            flaws.Add($"{name} does not end at the border where the flow comes from.");
        }

        for (int i = 1; i < edge.Points.Count; i++)
        {
            (Point a, Point b) = (edge.Points[i - 1], edge.Points[i]);
            var piece = Box.Of(a, b);
            if (a.X != b.X && a.Y != b.Y)
            {
                flaws.Add($"{name} is slanted.");
            }

            if (!page.Holds(piece))
            {
                flaws.Add($"{name} leaves its flow.");
            }

            flaws.AddRange(
                from node in flow.Nodes
                where Cuts(piece, Box.Of(node))
                select $"{name} runs through '{node.Box.Node.Name}'.");
            flaws.AddRange(
                from other in flow.Edges
                where other != edge && other.Label is not null && Cuts(piece, Box.Of(other))
                select $"{name} runs through the label '{other.Label!.Whole}'.");
        }
    }

    // Lines may run together only where they leave one node or enter one.
    private static void AddSharedPieces(PlacedFlow flow, List<string> flaws)
    {
        for (int i = 0; i < flow.Edges.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (PlacedEdge a, PlacedEdge b) = (flow.Edges[i], flow.Edges[j]);
                bool areRelated = a.Edges[0].From == b.Edges[0].From || a.Edges[0].To == b.Edges[0].To;
                if (!areRelated && Pieces(a).Any(piece => Pieces(b).Any(other => RunTogether(piece, other))))
                {
                    flaws.Add($"'{a.Edges[0].From}' to '{a.Edges[0].To}' and '{b.Edges[0].From}' to '{b.Edges[0].To}' run on one another.");
                }
            }
        }
    }

    private static IEnumerable<Box> Pieces(PlacedEdge edge) =>
        edge.Points.Zip(edge.Points.Skip(1), Box.Of);

    private static bool RunTogether(Box a, Box b) =>
        (a.Left == a.Right && b.Left == b.Right && Math.Abs(a.Left - b.Left) < 2 && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > 1)
        || (a.Top == a.Bottom && b.Top == b.Bottom && Math.Abs(a.Top - b.Top) < 2 && Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > 1);

    // A piece has no area, so it is given a little before it is compared.
    private static bool Cuts(Box piece, Box box) =>
        new Box(piece.Left - 0.1, piece.Top - 0.1, piece.Right + 0.1, piece.Bottom + 0.1)
            .Overlaps(new Box(box.Left + 0.2, box.Top + 0.2, box.Right - 0.2, box.Bottom - 0.2));

    private static void AddFrameFlaws(PlacedNode node, List<string> flaws, bool isToTheRight)
    {
        var frame = new Box(0, 0, node.Box.Width, node.Box.Height);
        for (int i = 0; i < node.Box.Lanes.Count; i++)
        {
            Lane lane = node.Box.Lanes[i];
            var strip = new Box(lane.Left, lane.Top, lane.Left + lane.Width, lane.Top + lane.Height);
            var inner = new Box(lane.FlowLeft, lane.FlowTop, lane.FlowLeft + lane.Flow.Width, lane.FlowTop + lane.Flow.Height);
            if (!frame.Holds(strip) || !strip.Holds(inner))
            {
                flaws.Add($"A flow leaves its frame '{node.Box.Node.Name}'.");
            }

            if (i > 0 && (isToTheRight
                ? lane.Top < node.Box.Lanes[i - 1].Top + node.Box.Lanes[i - 1].Height
                : lane.Left < node.Box.Lanes[i - 1].Left + node.Box.Lanes[i - 1].Width))
            {
                flaws.Add($"Two branches of '{node.Box.Node.Name}' overlap.");
            }

            flaws.AddRange(Of(lane.Flow, isToTheRight));
        }
    }
}
