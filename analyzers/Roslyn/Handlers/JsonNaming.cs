using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>The names that JSON has for members of C#, as far as the project says it.</summary>
internal sealed class JsonNaming
{
    private readonly Func<string, string> _policy;

    private JsonNaming(Func<string, string> policy) => _policy = policy;

    /// <summary>The naming of a <c>[StateMachine]</c> class: that of its JsonContext, or camel case without one, as <c>JsonSerializerOptions.Web</c> has it.</summary>
    public static JsonNaming Of(AttributeData stateMachine)
    {
        if (stateMachine.NamedArguments.FirstOrDefault(argument => argument.Key == "JsonContext").Value.Value is not ITypeSymbol context)
            return new(Camel);
        AttributeData? options = context.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "JsonSourceGenerationOptionsAttribute");
        object? policy = options?.NamedArguments.FirstOrDefault(argument => argument.Key == "PropertyNamingPolicy").Value.Value;
        // The constants of JsonKnownNamingPolicy; the constructor's argument is JsonSerializerDefaults, of which 1 is Web.
        return new((policy ?? (options?.ConstructorArguments.FirstOrDefault().Value is 1 ? 1 : 0)) switch
        {
            1 => Camel,
            2 => name => Separated(name, '_').ToLowerInvariant(),
            3 => name => Separated(name, '_').ToUpperInvariant(),
            4 => name => Separated(name, '-').ToLowerInvariant(),
            5 => name => Separated(name, '-').ToUpperInvariant(),
            _ => name => name,
        });
    }

    /// <summary>The name of a member.</summary>
    public string NameOf(ISymbol member) =>
        JsonAttributes.Find(member, "JsonPropertyNameAttribute")?.ConstructorArguments.FirstOrDefault().Value as string ?? _policy(member.Name);

    // As System.Text.Json: a run of capitals at the beginning is made small, less the one that begins the next word.
    private static string Camel(string name)
    {
        char[] letters = name.ToCharArray();
        for (int i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]))
                break;
            letters[i] = char.ToLowerInvariant(letters[i]);
        }
        return new string(letters);
    }

    private static string Separated(string name, char separator) => string.Concat(name.Select((letter, index) =>
        index > 0 && char.IsUpper(letter) && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])))
            ? separator.ToString() + letter
            : letter.ToString()));
}
