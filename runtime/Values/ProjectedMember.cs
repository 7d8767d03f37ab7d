namespace Compiled.Values;

/// <summary>A member of an object that a <see cref="Projection"/> looks into.</summary>
public sealed class ProjectedMember
{
    private ProjectedMember(Key name, int part, ProjectedMember[] members, bool isArray = false, int presence = -1)
    {
        (Name, Part, Layout, IsArray, Presence) = (name, part, new MemberLayout(members), isArray, presence);
        (int first, int end) = part >= 0 ? (part, part + 1) : presence >= 0 ? (presence, presence + 1) : (-1, 0);
        foreach (ProjectedMember member in part >= 0 ? [] : members.Where(static member => member.Count > 0))
        {
            if (first >= 0 && member.FirstPart != end)
                throw new ArgumentException("The parts of a member are numbered one after the other, in the order of its members.", nameof(members));
            first = first < 0 ? member.FirstPart : first;
            end = member.EndPart;
        }

        (FirstPart, EndPart) = (Math.Max(first, 0), end);
    }

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
    public static ProjectedMember Through(Key name, int presence, params ProjectedMember[] members) => new(name, -1, members, presence: presence) { GoesThroughArrays = true };

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
    internal int Presence { get; }

    /// <summary>The first of its parts, which follow each other.</summary>
    internal int FirstPart { get; }

    /// <summary>The part behind them.</summary>
    internal int EndPart { get; }

    /// <summary>Whether the member is an object that is looked into.</summary>
    internal bool IsInside => Part < 0;

    private bool HasArray => IsArray || Layout.Members.Any(static member => member.HasArray);

    /// <summary>How many parts each of those has.</summary>
    internal int Stride { get; private init; }

    internal Key Name { get; }

    internal int Part { get; }

    internal MemberLayout Layout { get; }

    internal int Count => EndPart - FirstPart;
}
