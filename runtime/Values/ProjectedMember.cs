namespace Compiled.Values;

/// <summary>A member of an object that a <see cref="Projection"/> looks into.</summary>
public sealed class ProjectedMember
{
    private ProjectedMember(Key name, int part, ProjectedMember[] members) => (Name, Part, Members) = (name, part, members);

    /// <summary>A member whose value is kept whole as a part.</summary>
    public static ProjectedMember Whole(Key name, int part) => new(name, part, []);

    /// <summary>A member that is looked into; none of its parts is there when it is no object.</summary>
    public static ProjectedMember Inside(Key name, params ProjectedMember[] members) => new(name, -1, members);

    internal Key Name { get; }

    internal int Part { get; }

    internal ProjectedMember[] Members { get; }

    internal int Count => Part >= 0 ? 1 : Members.Sum(static member => member.Count);
}
