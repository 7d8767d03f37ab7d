using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>Where and how a distributed Map writes its results. FEATURES L-315 to L-317.</summary>
public sealed class ResultWriter
{
    internal ResultWriter()
    {
    }

    /// <summary>Whether results go to objects of a bucket (<c>s3:putObject</c>); otherwise they are the state's result.</summary>
    public bool Exports { get; internal set; }

    /// <summary>Bucket and Prefix: <c>Parameters</c>, in JSONata <c>Arguments</c>; null where neither is written.</summary>
    public Template? Arguments { get; internal set; }

    /// <summary><c>NONE</c>, <c>COMPACT</c> or <c>FLATTEN</c>; null where it is not written.</summary>
    public string? Transformation { get; internal set; }

    /// <summary>Whether results are JSON Lines (<c>JSONL</c>) and not a JSON array.</summary>
    public bool WritesLines { get; internal set; }
}
