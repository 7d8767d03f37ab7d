using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>Where and how a Map Run writes its results: the evaluated <c>ResultWriter</c>. FEATURES L-315 to L-317.</summary>
public sealed record ResultWriterSettings
{
    /// <summary>Whether results go to objects of a bucket; otherwise they are the state's result.</summary>
    public bool Exports { get; init; }

    /// <summary>The evaluated <c>Parameters</c> or <c>Arguments</c>: <c>{"Bucket", "Prefix"}</c>.</summary>
    public JsonValue Arguments { get; init; }

    /// <summary>The form of the results.</summary>
    public ResultTransformation Transformation { get; init; }

    /// <summary>Whether results are JSON Lines and not a JSON array.</summary>
    public bool WritesLines { get; init; }
}
