using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>A C# object of a plain type, or a part of one. Its JSON would be small, as that of a <see cref="FastLocal"/> is.</summary>
/// <param name="node">Where it is.</param>
/// <param name="isPresent">Whether it is known to be there; JSON's null is there too.</param>
internal sealed class FastTyped(TypedNode node, bool isPresent) : FastValue
{
    public TypedNode Node { get; } = node;

    public PlainType Type => Node.Type;

    /// <summary>The C# expression of it, where it is there.</summary>
    public string Code => Node.Code;

    /// <summary>The C# condition under which it isn't there; null where it is known to be.</summary>
    public string? MissingIf => isPresent ? null : Node.MissingIf;

    /// <summary>The same where it was found to be there.</summary>
    public FastTyped Present() => new(Node, isPresent: true);

    public override int Leaves => 1;

    public override int Text => 0;

    public override int Depth => 0;

    public override bool IsSame(FastValue other) => other is FastTyped typed && ReferenceEquals(typed.Node, Node) && typed.MissingIf is null == MissingIf is null;
}

/// <summary>The array of a member's values over all items of a list that have it: <c>$.items[*].sku</c>.</summary>
/// <param name="list">The list, which is there and not null.</param>
/// <param name="members">The members to follow from an item; none for the items themselves.</param>
/// <param name="query">The C# expression that evaluates the same path on the list's JSON: how it begins, to which the list is added.</param>
internal sealed class FastProjected(FastTyped list, IReadOnlyList<PlainMember> members, string query) : FastValue
{
    public FastTyped List { get; } = list;

    public IReadOnlyList<PlainMember> Members { get; } = members;

    public string Query { get; } = query;

    /// <summary>The type of the array's items.</summary>
    public PlainType Item => Members.Count == 0 ? List.Type.Item! : Members[Members.Count - 1].Type;

    public override int Leaves => 1;

    public override int Text => 0;

    public override int Depth => 0;

    public override bool IsSame(FastValue other) =>
        other is FastProjected projected && projected.List.IsSame(List) && projected.Members.SequenceEqual(Members);
}
