namespace Compiled.Language.Definition;

/// <summary>Tells text that was probably meant as a path or an intrinsic call from other text.</summary>
internal static class PathText
{
    /// <summary>Whether the text starts as paths with at least one step do, or is a call of an intrinsic function.</summary>
    public static bool IsLikely(string text) =>
        text.StartsWith("$.", StringComparison.Ordinal)
        || text.StartsWith("$[", StringComparison.Ordinal)
        || text.StartsWith("$$.", StringComparison.Ordinal)
        || (text.StartsWith("States.", StringComparison.Ordinal) && text.IndexOf('(') > 0 && text.EndsWith(")", StringComparison.Ordinal));
}
