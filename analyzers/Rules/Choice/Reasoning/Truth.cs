namespace Compiled.Rules;

/// <summary>What a condition comes to.</summary>
internal enum Truth
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>It holds.</summary>
    True,

    /// <summary>It ends the execution: a path that leads nowhere, read by anything but IsPresent. FEATURES L-237.</summary>
    Error,
}
