using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>Functions whose second argument is a constant.</content>
public static partial class JsonataFunctions
{
    /// <summary><c>$contains(text, /pattern/)</c> in a condition: false for a missing text.</summary>
    public static bool ContainsMatch(JsonValue text, JsonataRegex pattern, Evaluation evaluation)
    {
        Arguments.String(text, "contains", 1);
        return !text.IsMissing && pattern.IsMatch(text, evaluation);
    }
}
