using Microsoft.CodeAnalysis;

namespace Compiled.CodeFixes;

/// <summary>The equivalence keys of code actions: the way of mending, and the definition in which it was offered.</summary>
/// <remarks>
/// An action for all faults of a document knows no additional document (<c>FixAllContext.Document</c> is of C#), so the key says which one it is.
/// </remarks>
internal static class DefinitionKeys
{
    private const char Separator = '|';

    public static string Of(string mendingKey, TextDocument document) => mendingKey + Separator + document.FilePath;

    public static (string MendingKey, string Path) Read(string key)
    {
        int separator = key.IndexOf(Separator);
        return separator < 0 ? (key, "") : (key.Substring(0, separator), key.Substring(separator + 1));
    }
}
