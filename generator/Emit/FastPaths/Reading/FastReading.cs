using System.Collections.Generic;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;

namespace Compiled.Generator.Emit.FastPaths.Reading;

/// <summary>What the readers of all flows of a fast path share.</summary>
internal sealed class FastReading(MachineTables tables, FastNames names, FastReads reads, FastBuilder builder, FastVariables known, HashSet<string> changing)
{
    /// <summary>What follows the paths of JSONata.</summary>
    public FastParts Parts { get; } = new(reads, names, builder, changing);


    /// <summary>The reader of a flow.</summary>
    public FastReader For(FlowVariables variables) => new(tables, names, reads, builder, variables, known, changing);
}
