using Microsoft.CodeAnalysis;

namespace Compiled.Generator.Pipeline;

/// <summary>
/// The rules by which System.Text.Json would read and write a machine's types: those of its serializer context, or without one those for
/// the web.
/// </summary>
internal sealed class JsonConventions
{
    private const string Serialization = "System.Text.Json.Serialization";

    // The types that the context knows; null where contracts are made by reflection.
    private readonly HashSet<ITypeSymbol>? _known;

    private JsonConventions(bool isCamelCase, HashSet<ITypeSymbol>? known)
    {
        IsCamelCase = isCamelCase;
        _known = known;
    }

    /// <summary>Whether a property <c>OrderId</c> is called <c>orderId</c>.</summary>
    public bool IsCamelCase { get; }

    /// <summary>Whether names that differ only in case are the same: then a member that no property is called like may still be one's.</summary>
    public bool IgnoresCase => _known is null;

    /// <summary>The rules of a context; null where they are more than a naming policy.</summary>
    public static JsonConventions? Of(ITypeSymbol? context)
    {
        if (context is null)
            return new JsonConventions(isCamelCase: true, known: null);
        bool isCamelCase = false;
        var known = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (AttributeData attribute in context.GetAttributes())
        {
            switch (attribute.AttributeClass?.ToDisplayString())
            {
                case Serialization + ".JsonSerializableAttribute":
                    if (attribute.NamedArguments.All(argument => argument.Key == "TypeInfoPropertyName") && attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is ITypeSymbol type)
                        known.Add(type);
                    break;
                case Serialization + ".JsonSourceGenerationOptionsAttribute":
                    // Of JsonKnownNamingPolicy, 1 is CamelCase and 0 none.
                    if (attribute.ConstructorArguments.Length > 0
                        || !attribute.NamedArguments.All(argument => argument.Key == "WriteIndented" || (argument.Key == "PropertyNamingPolicy" && argument.Value.Value is 0 or 1)))
                        return null;
                    isCamelCase = attribute.NamedArguments.Any(argument => argument.Key == "PropertyNamingPolicy" && argument.Value.Value is 1);
                    break;
            }
        }

        return new JsonConventions(isCamelCase, known);
    }

    /// <summary>Whether the type has a contract under these rules.</summary>
    public bool Knows(ITypeSymbol type) => _known is null || _known.Contains(type);

    /// <summary>The name in JSON of a property that says none itself.</summary>
    public string NameOf(string property) => IsCamelCase ? CamelCase(property) : property;

    /// <summary>Whether an attribute changes how System.Text.Json treats what it stands on.</summary>
    public static bool IsOfSerialization(AttributeData attribute) =>
        (attribute.AttributeClass?.ContainingNamespace?.ToDisplayString() ?? "").StartsWith("System.Text.Json", StringComparison.Ordinal);

    // JsonNamingPolicy.CamelCase: a run of capitals is lowered but for the last of them before a small letter.
    private static string CamelCase(string name)
    {
        char[] letters = name.ToCharArray();
        for (int i = 0; i < letters.Length && char.IsUpper(name[0]); i++)
        {
            if (i == 1 && !char.IsUpper(name[1]))
                break;
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(name[i + 1]))
                break;
            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
