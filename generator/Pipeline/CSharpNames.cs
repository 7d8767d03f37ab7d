namespace Compiled.Generator.Pipeline;

/// <summary>Names that authors chose freely as C# identifiers.</summary>
internal static class CSharpNames
{
    /// <summary>
    /// A name in Pascal case: letters and digits kept, each run of anything else dropped and the next letter raised.
    /// <c>reserve stock?</c> gives <c>ReserveStock</c>, <c>2nd</c> gives <c>_2nd</c>, and what has no letter or digit gives <c>_</c>.
    /// </summary>
    /// <remarks>No keyword of C# starts with a capital; a letter without case can start none either. So nothing needs an <c>@</c>.</remarks>
    public static string Pascal(string text)
    {
        char[] name = new char[text.Length + 1];
        int length = 0;
        bool atStart = true;
        foreach (char letter in text)
        {
            if (!IsPart(letter))
            {
                atStart = true;
                continue;
            }

            if (length == 0 && char.IsDigit(letter))
                name[length++] = '_';
            name[length++] = atStart ? char.ToUpperInvariant(letter) : letter;
            atStart = false;
        }

        return length == 0 ? "_" : new string(name, 0, length);
    }

    /// <summary>The name of a state: as <see cref="Pascal"/>, with <c>_</c> dropped too, since the emitter's own names end in <c>_Suffix</c>.</summary>
    public static string OfState(string name) => Pascal(name.Replace('_', ' '));

    /// <summary>Whether a text is a C# identifier, or several with dots between.</summary>
    public static bool IsQualifiedName(string text) =>
        text.Split('.').All(part => part.Length > 0 && !char.IsDigit(part[0]) && part.All(IsPart));

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
