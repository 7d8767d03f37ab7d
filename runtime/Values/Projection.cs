namespace Compiled.Values;

/// <summary>
/// Which parts of a text a machine reads: objects by the names of their members, down to parts that are numbered from 0. Reading by it keeps only those, and
/// checks the rest as strictly as <see cref="JsonValue.Parse(ReadOnlySpan{byte})"/>. For emitted code, which holds one in a static field.
/// </summary>
public sealed class Projection
{
    /// <summary>No projection has more parts.</summary>
    public const int MostParts = 64;

    /// <summary>A projection of an object with these members.</summary>
    public Projection(params ProjectedMember[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        Members = members;
        Count = members.Sum(static member => member.Count);
    }

    internal ProjectedMember[] Members { get; }

    /// <summary>How many parts are kept.</summary>
    internal int Count { get; }
}
