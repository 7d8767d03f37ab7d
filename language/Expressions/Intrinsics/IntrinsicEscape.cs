namespace Compiled.Language.Expressions;

/// <summary>Escapes in the strings of intrinsic calls. FEATURES L-401; AWS refuses all others.</summary>
internal static class IntrinsicEscape
{
    /// <summary>What a backslash and this character stand for; null where they are no escape.</summary>
    public static char? Resolve(char escaped) => escaped switch
    {
        '\'' or '{' or '}' or '\\' => escaped,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };
}
