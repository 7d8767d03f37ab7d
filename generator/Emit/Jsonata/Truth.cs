namespace Compiled.Generator.Emit.Jsonata;

/// <summary>When a method gives a <c>bool</c> instead of a value.</summary>
internal enum Truth
{
    /// <summary>Never.</summary>
    None,

    /// <summary>Where the expression always gives true or false, as <c>and</c>, <c>=</c> and <c>$exists</c> do: not a comparison that may be missing.</summary>
    Certain,

    /// <summary>Always: it says whether the value counts as true.</summary>
    Counted,
}
