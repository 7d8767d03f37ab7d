namespace Compiled.Generator.Emit.Jsonata;

/// <summary>What the place that a term is for makes of it.</summary>
internal enum Want
{
    /// <summary>The value as it is.</summary>
    Value,

    /// <summary>Only whether it counts as true, so that a missing comparison may be false.</summary>
    Truth,

    /// <summary>Only whether it is there and counts as false, which is where <c>$not</c> of it counts as true.</summary>
    Opposite,
}
