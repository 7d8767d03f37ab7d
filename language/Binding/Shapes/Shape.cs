using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>
/// What is known of a value without running the machine: of which kinds it may be, whether it may be missing, and what members an object
/// has. Immutable; compared by what it says.
/// </summary>
/// <remarks>
/// <b>Bounds</b>: an object is described <see cref="MaximumDepth"/> levels deep and up to <see cref="MaximumMembers"/> members wide; beyond
/// that only its kind is known. So a loop that wraps its data for ever still comes to an end.
/// </remarks>
public sealed class Shape : IEquatable<Shape>
{
    /// <summary>How many levels of objects and arrays are described.</summary>
    public const int MaximumDepth = 6;

    /// <summary>How many members of an object are described.</summary>
    public const int MaximumMembers = 64;

    private readonly int _depth;

    private Shape(IntrinsicKinds kinds, bool mayBeMissing, IReadOnlyList<ShapeMember> members, bool isClosed, Shape? item)
    {
        (Kinds, MayBeMissing, Members, IsClosed, Item) = (kinds, mayBeMissing, members, isClosed, item);
        _depth = members.Select(member => member.Shape._depth).Append(item?._depth ?? 0).Max() + 1;
    }

    /// <summary>Some JSON value.</summary>
    public static Shape Unknown { get; } = Of(IntrinsicKinds.Any);

    /// <summary>No value: what a path gives that leads nowhere.</summary>
    public static Shape Nothing { get; } = new(IntrinsicKinds.None, mayBeMissing: true, [], isClosed: false, null);

    /// <summary>The kinds of JSON that the value may be.</summary>
    public IntrinsicKinds Kinds { get; }

    /// <summary>Whether there may be no value.</summary>
    public bool MayBeMissing { get; }

    /// <summary>What is known of the members, should the value be an object. Where <see cref="IsClosed"/> they stand in the object's order.</summary>
    public IReadOnlyList<ShapeMember> Members { get; }

    /// <summary>Whether the value, should it be an object, has exactly the members named, in that order.</summary>
    public bool IsClosed { get; }

    /// <summary>What is known of every item, should the value be an array; null when nothing is.</summary>
    public Shape? Item { get; }

    /// <summary>Whether the value is certainly an object whose members are all known by name, in order.</summary>
    public bool IsExactObject => Kinds == IntrinsicKinds.Object && !MayBeMissing && IsClosed && !Members.Any(member => member.Shape.MayBeMissing);

    /// <summary>A value of one of some kinds, of which nothing else is known.</summary>
    public static Shape Of(IntrinsicKinds kinds) => new(kinds, mayBeMissing: false, [], isClosed: false, null);

    /// <summary>An object with exactly these members in this order.</summary>
    public static Shape Object(IReadOnlyList<ShapeMember> members) => Bounded(members, isClosed: true);

    /// <summary>An array whose items are all of one shape.</summary>
    public static Shape Array(Shape item) =>
        item._depth >= MaximumDepth ? Of(IntrinsicKinds.Array) : new(IntrinsicKinds.Array, mayBeMissing: false, [], isClosed: false, item);

    /// <summary>The same, or missing.</summary>
    public Shape OrMissing() => MayBeMissing ? this : new(Kinds, mayBeMissing: true, Members, IsClosed, Item);

    /// <summary>The same where it is known that the value is there.</summary>
    public Shape Present() => MayBeMissing ? new(Kinds, mayBeMissing: false, Members, IsClosed, Item) : this;

    /// <summary>The same where it is known that the value is an object.</summary>
    public Shape OfObjects() => new(IntrinsicKinds.Object, mayBeMissing: false, Members, IsClosed, null);

    /// <summary>The member of that name; missing where the value is no object or has none.</summary>
    public Shape Member(string name)
    {
        if ((Kinds & IntrinsicKinds.Object) == 0)
            return Nothing;
        bool mayBeOther = MayBeMissing || Kinds != IntrinsicKinds.Object;
        if (Members.FirstOrDefault(member => member.Name == name) is { } known)
            return mayBeOther ? known.Shape.OrMissing() : known.Shape;
        return IsClosed ? Nothing : Unknown.OrMissing();
    }

    /// <summary>An item, at whatever index; missing where the value is no array or too short.</summary>
    public Shape AnyItem() => (Kinds & IntrinsicKinds.Array) == 0 ? Nothing : (Item ?? Unknown).OrMissing();

    /// <summary>The object with one member set, in its place or behind the others; the value must be an object.</summary>
    public Shape With(string name, Shape value)
    {
        var members = Members.ToList();
        int known = members.FindIndex(member => member.Name == name);
        if (known < 0)
            members.Add(new ShapeMember(name, value));
        else
            members[known] = new ShapeMember(name, value);
        // A member that may be missing may have to be set behind the others, so then the order is not known.
        return Bounded(members, IsClosed && !Members.Any(member => member.Shape.MayBeMissing));
    }

    /// <summary>What is known of a value that has one of two shapes.</summary>
    public Shape Join(Shape other)
    {
        if (Equals(other))
            return this;
        bool isObject = (Kinds & IntrinsicKinds.Object) != 0, otherIsObject = (other.Kinds & IntrinsicKinds.Object) != 0;
        bool isArray = (Kinds & IntrinsicKinds.Array) != 0, otherIsArray = (other.Kinds & IntrinsicKinds.Array) != 0;
        bool hasSameNames = IsClosed && other.IsClosed && Members.Select(member => member.Name).SequenceEqual(other.Members.Select(member => member.Name));
        Shape? item = !otherIsArray ? Item : !isArray ? other.Item : Item is null || other.Item is null ? null : Item.Join(other.Item);
        return new(
            Kinds | other.Kinds,
            MayBeMissing || other.MayBeMissing,
            !otherIsObject ? Members : !isObject ? other.Members : JoinMembers(other),
            !otherIsObject ? IsClosed : !isObject ? other.IsClosed : hasSameNames,
            item);
    }

    /// <inheritdoc/>
    public bool Equals(Shape? other) =>
        other is not null && Kinds == other.Kinds && MayBeMissing == other.MayBeMissing && IsClosed == other.IsClosed
        && Equals(Item, other.Item) && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kinds * 31 + Members.Count) * 31 + _depth;

    /// <summary>As in <c>{i: Number, n: Any?}</c>; an object that may have further members ends in dots.</summary>
    public override string ToString()
    {
        IntrinsicKinds plain = Kinds;
        var parts = new List<string>();
        if ((Kinds & IntrinsicKinds.Object) != 0 && (IsClosed || Members.Count > 0))
        {
            parts.Add("{" + string.Join(", ", Members.Select(member => $"{member.Name}: {member.Shape}").Concat(IsClosed ? [] : ["..."])) + "}");
            plain &= ~IntrinsicKinds.Object;
        }
        if (Item is not null)
        {
            parts.Add($"[{Item}]");
            plain &= ~IntrinsicKinds.Array;
        }
        if (plain != IntrinsicKinds.None)
            parts.Add(plain.ToString());
        return (parts.Count == 0 ? "Nothing" : string.Join(" | ", parts)) + (MayBeMissing && parts.Count > 0 ? "?" : "");
    }

    private static Shape Bounded(IReadOnlyList<ShapeMember> members, bool isClosed)
    {
        if (members.Count > MaximumMembers)
            return Of(IntrinsicKinds.Object);
        ShapeMember[] bounded = [.. members.Select(member =>
            member.Shape._depth >= MaximumDepth ? new ShapeMember(member.Name, new(member.Shape.Kinds, member.Shape.MayBeMissing, [], false, null)) : member)];
        return new(IntrinsicKinds.Object, mayBeMissing: false, bounded, isClosed, null);
    }

    // A name that only one of the two knows is missing in the other where that is closed, and can be anything where it is open.
    private IReadOnlyList<ShapeMember> JoinMembers(Shape other)
    {
        var members = new List<ShapeMember>();
        foreach (string name in Members.Concat(other.Members).Select(member => member.Name).Distinct())
        {
            Shape? mine = Find(name), theirs = other.Find(name);
            if (mine is not null && theirs is not null)
                members.Add(new ShapeMember(name, mine.Join(theirs)));
            else if (mine is null ? IsClosed : other.IsClosed)
                members.Add(new ShapeMember(name, (mine ?? theirs!).OrMissing()));
        }
        return members;
    }

    private Shape? Find(string name) => Members.FirstOrDefault(member => member.Name == name)?.Shape;
}
