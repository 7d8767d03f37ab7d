namespace Compiled.Outside.Calls;

/// <summary>Why a request has no answer.</summary>
internal enum Trouble : byte
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>There was no connection, or it broke.</summary>
    Unreachable,

    /// <summary>The answer is larger than allowed.</summary>
    TooLarge,

    /// <summary>The address may not be connected to.</summary>
    Forbidden,
}
