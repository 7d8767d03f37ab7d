namespace Compiled.Graph.Layout;

/// <summary>
/// Moves what stands in one vertical line, as a whole, nearer to what it is joined with sideways: branches to the choice they leave,
/// lanes to their loop. Only takes out room to spare; nothing becomes crooked by it and no two things come too near.
/// </summary>
internal sealed class Tightening
{
    private const int Rounds = 8;
    private readonly LayeredGraph _graph;
    private readonly List<Vertex>[] _links;

    private Tightening(LayeredGraph graph)
    {
        _graph = graph;
        _links = [.. graph.Vertices.Select(vertex => new List<Vertex>([.. vertex.Above, .. vertex.Below]))];
        foreach (Route route in graph.Routes.Where(route => route.IsBack))
        {
            // The lane follows its loop, not the other way round, or the two would keep each other far from the rest.
            _links[route.Chain[0].Index].Add(route.From);
            _links[route.Chain[^1].Index].Add(route.To);
        }
    }

    public static void Apply(LayeredGraph graph)
    {
        var tightening = new Tightening(graph);
        bool moved = true;
        for (int round = 0; moved && round < Rounds; round++)
        {
            moved = false;
            foreach (List<Vertex> line in tightening.Lines())
            {
                moved |= tightening.Move(line);
            }
        }
    }

    // What is joined one above the other at the same horizontal place.
    private List<List<Vertex>> Lines()
    {
        var lines = new List<List<Vertex>>();
        var seen = new HashSet<Vertex>();
        foreach (Vertex first in _graph.Vertices.Where(seen.Add))
        {
            List<Vertex> line = [first];
            for (int i = 0; i < line.Count; i++)
            {
                line.AddRange(line[i].Above.Concat(line[i].Below).Where(next => next.X == first.X && seen.Add(next)));
            }

            lines.Add(line);
        }

        return lines;
    }

    private bool Move(List<Vertex> line)
    {
        double here = line[0].X;
        double[] pulls = [.. line.SelectMany(vertex => _links[vertex.Index]).Select(other => other.X - here)
            .Where(pull => pull != 0).Order()];
        if (pulls.Length == 0)
        {
            return false;
        }

        // Anywhere between the two middle pulls is equally good; if that is here, it stays.
        double least = pulls[(pulls.Length - 1) / 2];
        double most = pulls[pulls.Length / 2];
        double wanted = least > 0 ? least : most < 0 ? most : 0;
        double standoff = Standoff(line, here + wanted);
        // What stands nearly below a node is meant to stand below it.
        double room = Math.Abs(wanted) < standoff / 2 ? Math.Abs(wanted) : Math.Max(0, Math.Abs(wanted) - standoff);
        (double left, double right) = _graph.RoomOf(line);
        double place = Math.Clamp(here + (Math.Sign(wanted) * room), left, right);
        if (Math.Abs(place - here) < 1)
        {
            return false;
        }

        foreach (Vertex vertex in line)
        {
            vertex.X = place;
        }

        return true;
    }

    // A branch keeps clear of the line below the node it leaves, or one of two branches would slide under it and look like the main way.
    private double Standoff(List<Vertex> line, double target) =>
        line.Exists(vertex => _links[vertex.Index].Exists(other => other.IsNode && other.X == target && IsFork(other, vertex)))
            ? (line.Max(vertex => vertex.Width) / 2) + (Spacing.BetweenNodes / 2)
            : 0;

    private static bool IsFork(Vertex node, Vertex neighbour) =>
        (neighbour.Rank > node.Rank ? node.Below : neighbour.Rank < node.Rank ? node.Above : []).Count > 1;
}
