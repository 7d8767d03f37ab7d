using System.Globalization;

namespace Conformance.Fuzzing.Typed;

/// <summary>Writes templates and questions in one of the two languages, of what is known of the data.</summary>
internal abstract class TypedFuzzLanguage(FuzzRandom random)
{
    /// <summary>The field that says so in a state; of a machine whose states are all in this language the field stands there.</summary>
    public abstract string Field { get; }

    /// <summary>A member of a template that an expression gives.</summary>
    public abstract string Computed(string name, string expression);

    /// <summary>The expression that a path is.</summary>
    public abstract string Read(string path);

    /// <summary>The fields of a Choice rule that say when it holds.</summary>
    public abstract string Question(TypedFuzzKnown known);

    /// <summary>An object of a type, most of whose members come from the data.</summary>
    public string Template(TypedFuzzType type, TypedFuzzKnown known, int depth = 2) =>
        "{" + string.Join(",", type.Members!.Where(_ => Random.Percent(99)).Select(member => Member(member.Name, member.Type, known, depth)).Concat(Unknown(type))) + "}";

    /// <summary>A member of a template: a value of a type.</summary>
    public string Member(string name, TypedFuzzType type, TypedFuzzKnown known, int depth)
    {
        string[] same = known.Of(type);
        if (same.Length > 0 && Random.Percent(70))
            return Computed(name, Read(Random.Pick(same)));
        if (type.Members is not null && depth > 0)
            return $"\"{name}\":{Template(type, known, depth - 1)}";
        if (type.Item is { } item && Lists(item, known) is { Length: > 0 } lists && Random.Percent(80))
        {
            (string path, TypedFuzzType list) = Random.Pick(lists);
            return Computed(name, Each(path, list.Item!.Bare == item.Bare ? null : list.Item.Members!.First(member => member.Type.Bare == item.Bare).Name));
        }

        if (Random.Percent(3))
            return Computed(name, Read(Random.Pick([.. known.All]).Path));
        return (Random.Percent(60) ? Call(type, known) : null) is { } call ? Computed(name, call) : $"\"{name}\":{Constant(type)}";
    }

    protected FuzzRandom Random => random;

    /// <summary>An expression that gives a value of a type, by an operator or a function; null where there is none for it.</summary>
    protected abstract string? Call(TypedFuzzType type, TypedFuzzKnown known);

    /// <summary>The array of a list's items, or of one member of each.</summary>
    protected abstract string Each(string path, string? member);

    /// <summary>A path to a value of one of the types, or a constant where there is none.</summary>
    protected string Operand(TypedFuzzKnown known, string otherwise, params string[] types)
    {
        string[] found = [.. known.All.Where(each => types.Contains(each.Type.Name)).Select(static each => each.Path)];
        return found.Length > 0 && Random.Percent(95) ? Read(Random.Pick(found)) : Random.Percent(4) && known.All.Count > 0 ? Read(Random.Pick([.. known.All]).Path) : otherwise;
    }

    protected string Number(TypedFuzzKnown known) => Operand(known, Random.Between(0, 4).ToString(CultureInfo.InvariantCulture), "int", "long", Random.Percent(10) ? "int?" : "int");

    protected string Text(TypedFuzzKnown known) => Operand(known, "'text'", "string", Random.Percent(10) ? "string?" : "string");

    /// <summary>A path to a list; null where none is known.</summary>
    protected string? List(TypedFuzzKnown known)
    {
        string[] found = [.. known.All.Where(static each => each.Type.Item is not null).Select(static each => each.Path)];
        return found.Length == 0 ? null : Random.Pick(found);
    }

    private static (string Path, TypedFuzzType Type)[] Lists(TypedFuzzType item, TypedFuzzKnown known) =>
        [.. known.All.Where(each => each.Type.Item is { } found && (found.Bare == item.Bare || found.Members?.Any(member => member.Type.Bare == item.Bare) == true))];

    // A member that the type does not have, or only where case does not count.
    private string[] Unknown(TypedFuzzType type) => Random.Percent(97) ? [] : [Random.Pick("\"other\":1", $"\"{type.Members![0].Name.ToUpperInvariant()}\":null")];

    private string Constant(TypedFuzzType type) => type.Bare switch
    {
        "string" => Random.Pick("\"c\"", "\"\"", "\"größe\""),
        "bool" => Random.Pick("true", "false"),
        "int" or "long" => Random.Pick("3", "0", "-7"),
        "double" or "decimal" or "float" => Random.Pick("3", "1.5", "2.0"),
        "DateTimeOffset" => "\"2026-01-01T00:00:00Z\"",
        _ => type.Item is not null ? "[]" : "{}",
    };
}
