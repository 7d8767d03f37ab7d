namespace Compiled.Graph.Layout;

/// <summary>
/// Gives every vertex its horizontal place: vertices are aligned to the median of their neighbours in four ways (from above and
/// below, to the left and right), and each takes the mean of the two middle places. Long edges stay straight.
/// Brandes and Köpf, "Fast and Simple Horizontal Coordinate Assignment", 2001.
/// </summary>
internal static class CoordinateAssignment
{
    public static void Apply(LayeredGraph graph)
    {
        HashSet<(Vertex, Vertex)> conflicts = AlignmentConflicts.Find(graph);
        var layouts = new List<double[]>();
        foreach (bool down in (bool[])[true, false])
        {
            foreach (bool left in (bool[])[true, false])
            {
                var pass = new AlignmentPass(graph, conflicts, down, left);
                layouts.Add(pass.Run());
            }
        }

        AlignToNarrowest(layouts);
        foreach (Vertex vertex in graph.Vertices)
        {
            double[] places = [.. layouts.Select(layout => layout[vertex.Index]).Order()];
            vertex.X = Math.Round((places[1] + places[2]) / 2);
        }
    }

    // Passes to the left share their left border with the narrowest pass, those to the right their right border.
    private static void AlignToNarrowest(List<double[]> layouts)
    {
        double[] narrowest = layouts.MinBy(layout => layout.Max() - layout.Min())!;
        for (int i = 0; i < layouts.Count; i++)
        {
            double shift = i % 2 == 0 ? narrowest.Min() - layouts[i].Min() : narrowest.Max() - layouts[i].Max();
            for (int v = 0; v < layouts[i].Length; v++)
            {
                layouts[i][v] += shift;
            }
        }
    }
}
