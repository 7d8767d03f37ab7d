namespace Compiled.Graph.Svg;

/// <summary>The small pictures of state types, drawn with a round pen in a square of 22 pixels, and of outcomes, in one of 18.</summary>
internal static class Glyphs
{
    public static string Of(GraphNodeKind kind) => kind switch
    {
        GraphNodeKind.Task => "M6.5 7l4 4-4 4M12.5 15h4",
        GraphNodeKind.Pass => "M6 11h10M12 7l4 4-4 4",
        GraphNodeKind.Choice => "M11 5.5v3.5c0 3.5-4.5 2.5-4.5 7M11 9c0 3.5 4.5 2.5 4.5 7",
        GraphNodeKind.Wait => "M16.5 11a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0M11 8v3.200l2.2 1.5",
        GraphNodeKind.Succeed => "M6.5 11.500l3 3 6-6.5",
        GraphNodeKind.Fail => "M7.5 7.500l7 7M14.5 7.500l-7 7",
        GraphNodeKind.Parallel => "M6.5 6v10M11 6v10M15.5 6v10",
        GraphNodeKind.Map => "M9.5 6.500h6.500M9.5 11h6.500M9.5 15.500h6.500M6 6.500v0M6 11v0M6 15.500v0",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A marker has no picture."),
    };

    public static string Of(StateOutcome outcome) => outcome switch
    {
        StateOutcome.Running => "M5.5 9v0M9 9v0M12.5 9v0",
        StateOutcome.Succeeded => "M5.5 9.500l2.3 2.3 4.7-5",
        StateOutcome.Failed => "M6.2 6.200l5.6 5.600M11.8 6.200l-5.6 5.6",
        StateOutcome.Caught => "M9 5v4.500M9 12.600v0",
        StateOutcome.Cancelled => "M5.5 9h7",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There are five outcomes."),
    };
}
