namespace Compiled.Graph.Layout;

/// <summary>
/// Stands in, while ranks are put in order, for the two turns of each loop: a point above its head and one below its last node, each
/// joined to the node and to the end of the lane. So a lane comes to stand where its turns cross few other lines.
/// </summary>
internal sealed class LoopTurns
{
    private readonly LayeredGraph _graph;
    private readonly int _ranks;
    private readonly HashSet<Vertex> _turns = [];

    private LoopTurns(LayeredGraph graph)
    {
        _graph = graph;
        _ranks = graph.Ranks.Count;
    }

    public static LoopTurns AddTo(LayeredGraph graph)
    {
        var turns = new LoopTurns(graph);
        foreach (Route route in graph.Routes.Where(route => route.IsBack))
        {
            turns.AddAbove(route.To, route.Chain[^1]);
            turns.AddBelow(route.From, route.Chain[0]);
        }

        return turns;
    }

    /// <summary>Takes the points out again; the others keep their order.</summary>
    public void Remove()
    {
        _graph.Ranks.RemoveRange(_ranks, _graph.Ranks.Count - _ranks);
        foreach (List<Vertex> rank in _graph.Ranks)
        {
            rank.RemoveAll(_turns.Contains);
            for (int i = 0; i < rank.Count; i++)
            {
                rank[i].Order = i;
                rank[i].PullAbove.RemoveAll(_turns.Contains);
                rank[i].PullBelow.RemoveAll(_turns.Contains);
            }
        }
    }

    private void AddAbove(Vertex head, Vertex lane)
    {
        // Above the first rank there is nothing to cross.
        if (head.Rank > 0)
        {
            Vertex turn = Add(head.Rank - 1);
            turn.PullBelow.AddRange([head, lane]);
            head.PullAbove.Add(turn);
            lane.PullAbove.Add(turn);
        }
    }

    private void AddBelow(Vertex last, Vertex lane)
    {
        Vertex turn = Add(last.Rank + 1);
        turn.PullAbove.AddRange([last, lane]);
        last.PullBelow.Add(turn);
        lane.PullBelow.Add(turn);
    }

    private Vertex Add(int rank)
    {
        var turn = new Vertex(_graph.Vertices.Count + _turns.Count, null, 0, 0) { Rank = rank };
        _turns.Add(turn);
        _graph.RankOf(turn).Add(turn);
        return turn;
    }
}
