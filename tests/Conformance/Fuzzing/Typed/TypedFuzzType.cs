using System.Globalization;

namespace Conformance.Fuzzing.Typed;

/// <summary>A C# type of a machine that was made by chance: a value of C#'s own, a list of another type, or an object of such types.</summary>
/// <param name="Name">As C# writes it.</param>
/// <param name="Members">The members of an object, by their names in JSON; null for others.</param>
/// <param name="Item">The type of a list's items; null for others.</param>
internal sealed record TypedFuzzType(string Name, IReadOnlyList<(string Name, TypedFuzzType Type)>? Members = null, TypedFuzzType? Item = null)
{
    /// <summary>What a handler gives that gives nothing: null, in JSON.</summary>
    public static TypedFuzzType Nothing { get; } = new("void");

    /// <summary>How an object is declared: a positional record, or a class with members that can be set, only at first, or have to be.</summary>
    public string Style { get; init; } = "class";

    /// <summary>Whether attributes give the names in JSON.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>Whether its members can be set at any time.</summary>
    public bool CanBeSet => Members is not null && Style is "class" or "required";

    /// <summary>Of an array whose items are of different types, those types.</summary>
    public IReadOnlyList<TypedFuzzType>? Items { get; init; }

    /// <summary>The name without the sign that it may be null.</summary>
    public string Bare => Name.TrimEnd('?');

    /// <summary>The type's declaration, and those of the objects in it.</summary>
    public IEnumerable<string> Declarations()
    {
        if (Item is not null)
            return Item.Declarations();
        if (Members is null)
            return [];
        string declared = Style == "record"
            ? $"public sealed record {Bare}({string.Join(", ", Members.Select(member => Declaration(member.Name, member.Type, "property: ")))});"
            : $"public sealed class {Bare} {{ {string.Concat(Members.Select(member => Declaration(member.Name, member.Type, "") + " "))}}}";
        return Members.SelectMany(static member => member.Type.Declarations()).Append(declared);
    }

    /// <summary>The C# property of a name in JSON.</summary>
    public string Property(string name) => (IsRenamed ? "My" : "") + char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];

    private string Declaration(string name, TypedFuzzType type, string target)
    {
        string attribute = IsRenamed ? $"[{target}JsonPropertyName(\"{name}\")] " : "", declared = $"{type.Name} {Property(name)}";
        // What is not null has to begin as something else.
        bool hasDefault = type.Name.EndsWith('?') || char.IsLower(type.Name[0]) && type.Item is null && type.Name != "string";
        return attribute + Style switch
        {
            "record" => declared,
            "required" => $"public required {declared} {{ get; set; }}",
            "init" => $"public {declared} {{ get; init; }}" + (hasDefault ? "" : " = default!;"),
            _ => $"public {declared} {{ get; set; }}" + (hasDefault ? type.Name == "int" && name == "i" ? " = 5;" : "" : " = default!;"),
        };
    }
}
