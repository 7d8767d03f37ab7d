namespace Compiled.MapRuns;

/// <summary>In what form a Map Run gives its results. FEATURES L-315.</summary>
public enum ResultTransformation : byte
{
    /// <summary>Each child execution as it is described: ARN, names, dates, input, and output or error and cause.</summary>
    None,

    /// <summary>The output of each child execution; one that failed as with <see cref="None"/>.</summary>
    Compact,

    /// <summary>As <see cref="Compact"/>, with the items of an output that is an array in its place.</summary>
    Flatten,
}
