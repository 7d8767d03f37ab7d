using Compiled.Language.Json;

namespace Compiled.TestState.Slices;

/// <summary>The names of the variables that a request gives.</summary>
internal static class VariableNames
{
    private const int MostLength = 80;

    /// <summary>The names, in the order of the text.</summary>
    /// <exception cref="StateTestException">The text is no JSON object, or a name is none that a variable can have. FEATURES L-070.</exception>
    public static IReadOnlyList<string> Of(StateTestRequest request)
    {
        if (request.Variables is not { } text)
            return [];
        JsonDocumentTree tree = JsonReader.ReadValue(text);
        if (tree.Faults.Count > 0 || tree.Root is not ObjectNode variables)
            throw StateTestException.Request("Variables must be a JSON object, with a member for each variable.");
        string[] names = [.. variables.EffectiveMembers().Select(static member => member.Name)];
        return Array.Find(names, static name => !IsName(name)) is { } bad
            ? throw StateTestException.Request($"'{bad}' can't be the name of a variable: a name is a letter or '_', then up to 79 letters, digits and '_', and not 'states'.")
            : names;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MostLength && name != "states" && (char.IsLetter(name[0]) || name[0] == '_') && name.All(static c => char.IsLetterOrDigit(c) || c == '_');
}
