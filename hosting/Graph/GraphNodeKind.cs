namespace Compiled.Graph;

/// <summary>What a node of a drawn machine stands for.</summary>
public enum GraphNodeKind
{
    /// <summary>The marker where a flow begins.</summary>
    Start,

    /// <summary>The marker where a flow ends without an error.</summary>
    End,

    /// <summary>A Task state.</summary>
    Task,

    /// <summary>A Pass state.</summary>
    Pass,

    /// <summary>A Choice state.</summary>
    Choice,

    /// <summary>A Wait state.</summary>
    Wait,

    /// <summary>A Succeed state.</summary>
    Succeed,

    /// <summary>A Fail state.</summary>
    Fail,

    /// <summary>A Parallel state: a frame around one flow a branch.</summary>
    Parallel,

    /// <summary>A Map state: a frame around its processor's flow.</summary>
    Map,
}
