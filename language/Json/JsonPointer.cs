namespace Compiled.Language.Json;

/// <summary>Pointers into a definition (RFC 6901).</summary>
public static class JsonPointer
{
    /// <summary>The pointer of a member or item below <paramref name="pointer"/>.</summary>
    public static string Append(string pointer, string segment) => pointer + "/" + Escape(segment);

    internal static string Escape(string segment) =>
        segment.IndexOf('~') < 0 && segment.IndexOf('/') < 0 ? segment : segment.Replace("~", "~0").Replace("/", "~1");
}
