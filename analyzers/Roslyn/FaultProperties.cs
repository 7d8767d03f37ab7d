namespace Compiled.Analyzers;

/// <summary>What a diagnostic carries for code fixes beside its place and message, by name.</summary>
internal static class FaultProperties
{
    /// <summary>The JSON pointer of the value concerned.</summary>
    public const string Pointer = "Pointer";

    /// <summary>What was probably meant in place of the text; absent where nothing is near.</summary>
    public const string Suggestion = "Suggestion";

    /// <summary>The class, by the name that metadata has for it, which lacks a handler.</summary>
    public const string Class = "Class";
}
