namespace Compiled.Graph.Layout;

/// <summary>The distances of the layout, in pixels.</summary>
internal static class Spacing
{
    public const double BetweenNodes = 36;
    public const double BetweenNodeAndLine = 22;
    public const double BetweenLines = 16;

    /// <summary>How far two horizontal pieces of different lines are apart.</summary>
    public const double BetweenTracks = 11;

    /// <summary>Below a row of nodes: to the first horizontal piece, from the last, and in all when there is none.</summary>
    public const double AfterNodes = 13;
    public const double BeforeLabels = 9;
    public const double StraightAfterNodes = 8;

    /// <summary>Above a row of nodes, likewise; the last one leaves room for the arrow head.</summary>
    public const double AfterLabels = 11;
    public const double BeforeNodes = 21;
    public const double StraightBeforeNodes = 24;

    /// <summary>The least distance between the middles of two neighbours in a rank.</summary>
    public static double Between(Vertex left, Vertex right)
    {
        double gap = left.IsNode && right.IsNode ? BetweenNodes
            : left.Width == 0 && right.Width == 0 ? BetweenLines
            : left.IsNode || right.IsNode ? BetweenNodeAndLine
            : BetweenLines;
        return ((left.Width + right.Width) / 2) + gap;
    }
}
