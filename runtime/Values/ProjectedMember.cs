namespace Compiled.Values;

/// <summary>A member of an object that a <see cref="Projection"/> looks into.</summary>
public sealed class ProjectedMember
{
    /// <summary>A member whose value is kept whole as a part.</summary>
    public ProjectedMember(Key name, int part) => (Name, Part, Members) = (name, part, []);

    /// <summary>A member that is looked into; none of its parts is there when it is no object.</summary>
    public ProjectedMember(Key name, params ProjectedMember[] members) => (Name, Part, Members) = (name, -1, members);

    internal Key Name { get; }

    internal int Part { get; }

    internal ProjectedMember[] Members { get; }

    internal int Count => Part >= 0 ? 1 : Members.Sum(static member => member.Count);
}
