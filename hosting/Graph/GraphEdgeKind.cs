namespace Compiled.Graph;

/// <summary>Why a transition is taken.</summary>
public enum GraphEdgeKind
{
    /// <summary>The state was done: <c>Next</c>, or the way from a start marker or to an end marker.</summary>
    Next,

    /// <summary>A rule of a Choice state held.</summary>
    Choice,

    /// <summary>No rule of a Choice state held.</summary>
    Default,

    /// <summary>A Catch of the state took an error.</summary>
    Catch,
}
