using System.Globalization;

namespace Conformance.Fuzzing.Typed;

/// <summary>A C# type of a machine that was made by chance: a value of C#'s own, a list of another type, or an object of such types.</summary>
/// <param name="Name">As C# writes it.</param>
/// <param name="Members">The members of an object, by their names in JSON; null for others.</param>
/// <param name="Item">The type of a list's items; null for others.</param>
internal sealed record TypedFuzzType(string Name, IReadOnlyList<(string Name, TypedFuzzType Type)>? Members = null, TypedFuzzType? Item = null)
{
    /// <summary>Whether its constructor takes all members.</summary>
    public bool IsRecord { get; init; }

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
        string declared = IsRecord
            ? $"public sealed record {Bare}({string.Join(", ", Members.Select(static member => $"{member.Type.Name} {Property(member.Name)}"))});"
            : $"public sealed class {Bare} {{ {string.Concat(Members.Select(static member => $"public {member.Type.Name} {Property(member.Name)} {{ get; set; }}{(member.Type.Name.EndsWith('?') || char.IsLower(member.Type.Name[0]) && member.Type.Item is null ? "" : " = default!;")} "))}}}";
        return Members.SelectMany(static member => member.Type.Declarations()).Append(declared);
    }

    /// <summary>The C# property of a name in JSON.</summary>
    public static string Property(string name) => char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
}
