using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths.Values;

/// <summary>What is known of a value where the fast path is written: in which local it is, or of which parts it would be built.</summary>
internal abstract class FastValue
{
    /// <summary>No value: what a path that leads nowhere finds.</summary>
    public static FastValue Missing { get; } = new FastConstant("default(JsonValue)", "");

    /// <summary>How many values of locals go into it.</summary>
    public abstract int Leaves { get; }

    /// <summary>The bytes of names, constants and punctuation in it.</summary>
    public abstract int Text { get; }

    /// <summary>The levels of nesting around its locals.</summary>
    public abstract int Depth { get; }

    /// <summary>Whether the same local, or the same parts, stand for both.</summary>
    public abstract bool IsSame(FastValue other);

    protected static bool AreSame(IReadOnlyList<FastMember> left, IReadOnlyList<FastMember> right) =>
        left.Count == right.Count && left.Zip(right, (a, b) => a.Name == b.Name && a.Value.IsSame(b.Value)).All(same => same);

    // A name may be written with six bytes a character; quotes, a colon and a comma stand around it.
    protected static int TextOf(IReadOnlyList<FastMember> members) => 2 + members.Sum(member => 6 * member.Name.Length + 4 + member.Value.Text);
}

/// <summary>A member of an object that isn't built.</summary>
internal sealed class FastMember(string name, FastValue value)
{
    public string Name { get; } = name;

    public FastValue Value { get; } = value;
}

/// <summary>A value in a C# local. It is small, as the runtime's FastPath has it, so that a few of them make no large one.</summary>
internal class FastLocal(string name, bool isPresent) : FastValue
{
    public string Name { get; } = name;

    /// <summary>Whether it is known not to be missing.</summary>
    public bool IsPresent { get; } = isPresent;

    public override int Leaves => 1;

    public override int Text => 0;

    public override int Depth => 0;

    public override bool IsSame(FastValue other) => other is FastLocal local && local.Name == Name;
}

/// <summary>An array of what a path finds, which may be large. Where it is only written it needs no local, and isn't made.</summary>
/// <param name="query">The path, from the root.</param>
/// <param name="root">What it starts from.</param>
internal sealed class FastMatches(string query, string root) : FastLocal($"path.Evaluate({query}, {root})", isPresent: true)
{
    /// <summary>What it starts from.</summary>
    public string Root { get; } = root;

    /// <summary>The statement that writes it.</summary>
    public string WriteTo(string writer) => $"path.Write({writer}, {query}, {Root});";
}

/// <summary>A constant of the definition.</summary>
/// <param name="code">The C# expression of it.</param>
/// <param name="json">Its text; a character takes at most six bytes where it has to be escaped.</param>
/// <param name="source">How it is written; null where it is not written as JSON.</param>
internal sealed class FastConstant(string code, string json, JsonNode? source = null) : FastValue
{
    public JsonNode? Source { get; } = source;

    public string Code { get; } = code;

    /// <summary>How an output spells it, where that is known: names in it might be spelled otherwise.</summary>
    public string? Written { get; } = source is not null && json[0] is not ('{' or '[') ? json : null;

    public override int Leaves => 0;

    public override int Text { get; } = 6 * json.Length;

    // At least the levels, which are few.
    public override int Depth { get; } = json.Count(c => c is '{' or '[');

    public override bool IsSame(FastValue other) => other is FastConstant constant && constant.Code == Code;
}

/// <summary>An object of these members.</summary>
internal sealed class FastObject(IReadOnlyList<FastMember> members) : FastValue
{
    public IReadOnlyList<FastMember> Members { get; } = members;

    public override int Leaves => Members.Sum(member => member.Value.Leaves);

    public override int Text => TextOf(Members);

    public override int Depth => 1 + Members.Select(member => member.Value.Depth).DefaultIfEmpty().Max();

    public override bool IsSame(FastValue other) => other is FastObject made && AreSame(Members, made.Members);
}

/// <summary>An array of these items: what the branches of a Parallel gave.</summary>
internal sealed class FastArray(IReadOnlyList<FastValue> items) : FastValue
{
    public IReadOnlyList<FastValue> Items { get; } = items;

    public override int Leaves => Items.Sum(item => item.Leaves);

    public override int Text => 2 + Items.Sum(item => item.Text + 1);

    public override int Depth => 1 + Items.Select(item => item.Depth).DefaultIfEmpty().Max();

    public override bool IsSame(FastValue other) =>
        other is FastArray array && Items.Count == array.Items.Count && Items.Zip(array.Items, (a, b) => a.IsSame(b)).All(same => same);
}

/// <summary>An object in a local, of JSON or of a C# type, with members set in it, in this order.</summary>
internal sealed class FastChange(FastValue origin, IReadOnlyList<FastMember> members) : FastValue
{
    public FastValue Origin { get; } = origin;

    public IReadOnlyList<FastMember> Members { get; } = members;

    public override int Leaves => 1 + Members.Sum(member => member.Value.Leaves);

    public override int Text => TextOf(Members);

    public override int Depth => 1 + Members.Select(member => member.Value.Depth).DefaultIfEmpty().Max();

    public override bool IsSame(FastValue other) => other is FastChange change && change.Origin.IsSame(Origin) && AreSame(Members, change.Members);
}

/// <summary>
/// What comes to the head of a loop as a whole from before it, and as an object of these members from inside: the members in locals, and the whole in
/// another, which is missing where the data is an object of the members.
/// </summary>
internal sealed class FastEither(FastLocal whole, IReadOnlyList<FastMember> members) : FastValue
{
    public FastLocal Whole { get; } = whole;

    public IReadOnlyList<FastMember> Members { get; } = members;

    public override int Leaves => 1 + Members.Count;

    public override int Text => TextOf(Members);

    public override int Depth => 1;

    public override bool IsSame(FastValue other) => other is FastEither either && either.Whole.IsSame(Whole) && AreSame(Members, either.Members);
}
