using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;

namespace Compiled.Generator.Emit.FastPaths.Reading;

/// <summary>Follows names through what is known of a value, as a path of JSONata does.</summary>
internal sealed class FastParts(FastReads reads, FastNames names, FastBuilder builder, HashSet<string> changing)
{
    /// <summary>Whether parts of the value can be read without the whole. What is written at several places has no parts that would still be true.</summary>
    public bool CanRead(FastValue value) => value switch
    {
        FastObject => true,
        FastChange change => CanRead(change.Origin),
        FastLocal local => FastNames.IsLocal(local.Name) && !changing.Contains(local.Name) && !FastReader.IsVariable(local.Name),
        _ => false,
    };

    /// <summary>The part of a value that the path finds; the place tells reads apart that are written once each.</summary>
    public FastValue Read(FastValue value, IReadOnlyList<string> path, string place)
    {
        for (int i = 0; i < path.Count; i++)
        {
            if (value is FastChange change)
                value = change.Members.FirstOrDefault(member => member.Name == path[i])?.Value ?? Of(change.Origin, [path[i]], place);
            else if (value is FastObject made)
                value = made.Members.FirstOrDefault(member => member.Name == path[i])?.Value ?? FastValue.Missing;
            else if (ReferenceEquals(value, FastValue.Missing))
                return value;
            else
                return Of(value, [.. path.Skip(i)], place);
        }
        return value;
    }

    /// <summary>The part that the path finds, where it is one of the input, and so plain; null for others.</summary>
    public FastLocal? Give(FastValue value, IReadOnlyList<string> path)
    {
        int known = 0;
        for (; known < path.Count && value is FastObject made && made.Members.FirstOrDefault(member => member.Name == path[known]) is { } member; known++)
            value = member.Value;
        return value is FastLocal local && CanRead(local) && reads.Give(local.Name, [.. path.Skip(known)], names) is { } given ? new FastLocal(given, isPresent: false) : null;
    }

    /// <summary>Whether the value is such a part.</summary>
    public bool IsGiven(FastLocal value) => reads.IsGiven(value.Name);

    private FastLocal Of(FastValue value, IReadOnlyList<string> path, string place)
    {
        if (CanRead(value))
            return new FastLocal(reads.Read(((FastLocal)value).Name, path, place, names), isPresent: false);
        return new FastLocal(reads.Inline($"({builder.Build(value)})", path, names), isPresent: false);
    }
}
