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

    // One for each set of kinds, of which nothing else is known.
    private static readonly Shape[] s_plain = [.. Enumerable.Range(0, (int)IntrinsicKinds.Any + 1).Select(kinds => new Shape((IntrinsicKinds)kinds, mayBeMissing: false, [], isClosed: false, null))];

    private readonly ShapeMember[] _members;
    private readonly int _depth;

    private Shape(IntrinsicKinds kinds, bool mayBeMissing, ShapeMember[] members, bool isClosed, Shape? item)
    {
        (Kinds, MayBeMissing, _members, IsClosed, Item) = (kinds, mayBeMissing, members, isClosed, item);
        int inner = item?._depth ?? 0;
        foreach (ShapeMember member in members)
            inner = Math.Max(inner, member.Shape._depth);
        _depth = inner + 1;
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
    public IReadOnlyList<ShapeMember> Members => _members;

    /// <summary>Whether the value, should it be an object, has exactly the members named, in that order.</summary>
    public bool IsClosed { get; }

    /// <summary>What is known of every item, should the value be an array; null when nothing is.</summary>
    public Shape? Item { get; }

    /// <summary>Whether the value is certainly an object whose members are all known by name, in order.</summary>
    public bool IsExactObject => Kinds == IntrinsicKinds.Object && !MayBeMissing && IsClosed && !HasDoubtfulMember;

    /// <summary>A value of one of some kinds, of which nothing else is known.</summary>
    public static Shape Of(IntrinsicKinds kinds) => s_plain[(int)kinds];

    /// <summary>An object with exactly these members in this order.</summary>
    public static Shape Object(IReadOnlyList<ShapeMember> members) => Bounded([.. members], isClosed: true);

    /// <summary>An array whose items are all of one shape.</summary>
    public static Shape Array(Shape item) =>
        item._depth >= MaximumDepth ? Of(IntrinsicKinds.Array) : new(IntrinsicKinds.Array, mayBeMissing: false, [], isClosed: false, item);

    /// <summary>The same, or missing.</summary>
    public Shape OrMissing() => MayBeMissing ? this : new(Kinds, mayBeMissing: true, _members, IsClosed, Item);

    /// <summary>The same where it is known that the value is there.</summary>
    public Shape Present() => MayBeMissing ? new(Kinds, mayBeMissing: false, _members, IsClosed, Item) : this;

    /// <summary>The same where it is known that the value is an object.</summary>
    public Shape OfObjects() => new(IntrinsicKinds.Object, mayBeMissing: false, _members, IsClosed, null);

    /// <summary>The member of that name; missing where the value is no object or has none.</summary>
    public Shape Member(string name)
    {
        if ((Kinds & IntrinsicKinds.Object) == 0)
            return Nothing;
        bool mayBeOther = MayBeMissing || Kinds != IntrinsicKinds.Object;
        if (Find(name) is { } known)
            return mayBeOther ? known.OrMissing() : known;
        return IsClosed ? Nothing : Unknown.OrMissing();
    }

    /// <summary>An item, at whatever index; missing where the value is no array or too short.</summary>
    public Shape AnyItem() => (Kinds & IntrinsicKinds.Array) == 0 ? Nothing : (Item ?? Unknown).OrMissing();

    /// <summary>The object with one member set, in its place or behind the others; the value must be an object.</summary>
    public Shape With(string name, Shape value)
    {
        int known = IndexOf(name);
        var members = new ShapeMember[known < 0 ? _members.Length + 1 : _members.Length];
        _members.CopyTo(members, 0);
        members[known < 0 ? _members.Length : known] = new ShapeMember(name, value);
        // A member that may be missing may have to be set behind the others, so then the order is not known.
        return Bounded(members, IsClosed && !HasDoubtfulMember);
    }

    /// <summary>What is known of a value that has one of two shapes.</summary>
    public Shape Join(Shape other)
    {
        if (Equals(other))
            return this;
        bool isObject = (Kinds & IntrinsicKinds.Object) != 0, otherIsObject = (other.Kinds & IntrinsicKinds.Object) != 0;
        bool isArray = (Kinds & IntrinsicKinds.Array) != 0, otherIsArray = (other.Kinds & IntrinsicKinds.Array) != 0;
        bool hasSameNames = IsClosed && other.IsClosed && HasSameNames(other);
        Shape? item = !otherIsArray ? Item : !isArray ? other.Item : Item is null || other.Item is null ? null : Item.Join(other.Item);
        return new(
            Kinds | other.Kinds,
            MayBeMissing || other.MayBeMissing,
            !otherIsObject ? _members : !isObject ? other._members : JoinMembers(other),
            !otherIsObject ? IsClosed : !isObject ? other.IsClosed : hasSameNames,
            item);
    }

    /// <inheritdoc/>
    public bool Equals(Shape? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        bool isLike = other is not null && Kinds == other.Kinds && MayBeMissing == other.MayBeMissing && IsClosed == other.IsClosed && _depth == other._depth
            && _members.Length == other._members.Length && Equals(Item, other.Item);
        for (int i = 0; isLike && i < _members.Length; i++)
            isLike = _members[i].Equals(other!._members[i]);
        return isLike;
    }

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

    private bool HasDoubtfulMember
    {
        get
        {
            foreach (ShapeMember member in _members)
            {
                if (member.Shape.MayBeMissing)
                    return true;
            }
            return false;
        }
    }

    // Takes the array for its own.
    private static Shape Bounded(ShapeMember[] members, bool isClosed)
    {
        if (members.Length > MaximumMembers)
            return Of(IntrinsicKinds.Object);
        for (int i = 0; i < members.Length; i++)
        {
            Shape shape = members[i].Shape;
            if (shape._depth >= MaximumDepth)
                members[i] = new ShapeMember(members[i].Name, new(shape.Kinds, shape.MayBeMissing, [], false, null));
        }
        return new(IntrinsicKinds.Object, mayBeMissing: false, members, isClosed, null);
    }

    private bool HasSameNames(Shape other)
    {
        bool isSame = _members.Length == other._members.Length;
        for (int i = 0; isSame && i < _members.Length; i++)
            isSame = _members[i].Name == other._members[i].Name;
        return isSame;
    }

    // A name that only one of the two knows is missing in the other where that is closed, and can be anything where it is open.
    private ShapeMember[] JoinMembers(Shape other)
    {
        var members = new List<ShapeMember>(_members.Length + other._members.Length);
        foreach (ShapeMember mine in _members)
        {
            if (other.Find(mine.Name) is { } theirs)
                members.Add(new ShapeMember(mine.Name, mine.Shape.Join(theirs)));
            else if (other.IsClosed)
                members.Add(new ShapeMember(mine.Name, mine.Shape.OrMissing()));
        }
        foreach (ShapeMember theirs in other._members)
        {
            if (IsClosed && Find(theirs.Name) is null)
                members.Add(new ShapeMember(theirs.Name, theirs.Shape.OrMissing()));
        }
        return [.. members];
    }

    private Shape? Find(string name) => IndexOf(name) is >= 0 and var index ? _members[index].Shape : null;

    private int IndexOf(string name)
    {
        for (int i = 0; i < _members.Length; i++)
        {
            if (_members[i].Name == name)
                return i;
        }
        return -1;
    }
}
