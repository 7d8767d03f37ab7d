namespace Compiled.Language.Expressions;

/// <summary>Where a path stands, which decides what ends a name in it.</summary>
internal enum PathPlace
{
    /// <summary>Alone: no operators or commas around it.</summary>
    Alone,

    /// <summary>In the list of arguments of an intrinsic or a path function.</summary>
    Argument,

    /// <summary>In a filter: operators end it, and it may start with <c>@</c>.</summary>
    Filter,
}
