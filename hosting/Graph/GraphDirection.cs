namespace Compiled.Graph;

/// <summary>Which way a machine's flow runs in a drawing.</summary>
public enum GraphDirection
{
    /// <summary>From top to bottom.</summary>
    Down,

    /// <summary>From left to right.</summary>
    Right,
}
