namespace Compiled.Values;

/// <summary>A member of an object that a <see cref="Projection"/> looks into.</summary>
public sealed class ProjectedMember
{
    private ProjectedMember(Key name, int part, ProjectedMember[] members, bool isArray = false) => (Name, Part, Layout, IsArray) = (name, part, new MemberLayout(members), isArray);

    /// <summary>A member whose value is kept whole as a part.</summary>
    public static ProjectedMember Whole(Key name, int part) => new(name, part, []);

    /// <summary>A member that is looked into; none of its parts is there when it is no object.</summary>
    public static ProjectedMember Inside(Key name, params ProjectedMember[] members) => new(name, -1, members);

    /// <summary>
    /// A member that is looked into as JSONata does, which goes through the items of an array: where the member is one, the text has to be read whole. None of its parts is there
    /// when it is no object.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="presence">The part that says whether the member is there at all; -1 where nobody asks.</param>
    /// <param name="members">What is kept of it.</param>
    public static ProjectedMember Through(Key name, int presence, params ProjectedMember[] members) => new(name, -1, members) { GoesThroughArrays = true, Presence = presence };

    /// <summary>
    /// A member that is an array of objects, of each of which these members are kept: parts of the object that are numbered from 0 again. There is no
    /// array where it is none, and with elements that are no objects the text has to be read whole.
    /// </summary>
    public static ProjectedMember Items(Key name, int part, params ProjectedMember[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        int count = members.Sum(static member => member.Count);
        ArgumentOutOfRangeException.ThrowIfZero(count, nameof(members));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Projection.MostParts, nameof(members));
        if (members.Any(static member => member.HasArray))
            throw new ArgumentException("An array inside the items of an array can't be looked into; it has to be kept whole.", nameof(members));
        return new(name, part, members, isArray: true) { Stride = count };
    }

    /// <summary>Whether the member is an array of objects that are looked into.</summary>
    internal bool IsArray { get; }

    /// <summary>Whether its parts are also those of its items where it is an array.</summary>
    internal bool GoesThroughArrays { get; private init; }

    /// <summary>Which part says whether a member is there that is looked into, or -1.</summary>
    internal int Presence { get; private init; } = -1;

    private bool HasArray => IsArray || Layout.Members.Any(static member => member.HasArray);

    /// <summary>How many parts each of those has.</summary>
    internal int Stride { get; private init; }

    internal Key Name { get; }

    internal int Part { get; }

    internal MemberLayout Layout { get; }

    internal int Count => Part >= 0 ? 1 : (Presence >= 0 ? 1 : 0) + Layout.Members.Sum(static member => member.Count);
}
