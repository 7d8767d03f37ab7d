using System;
using Compiled.Generator.Emit.FastPaths.Reading;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;

namespace Compiled.Generator.Emit.FastPaths.Flows;

/// <summary>What writes the states of one flow of a fast path: each has variables of its own.</summary>
internal sealed class FastFlow
{
    public FastFlow(FastPathWriter path, FlowVariables variables, FastFailures failures, MachineTables tables, FastReader reader, FastTemplates templates, FastQueries queries)
    {
        (Variables, Reader) = (variables, reader);
        States = new FastStates(path, failures, tables, reader, templates, queries, new FastFans(path, reader, templates));
    }

    public FlowVariables Variables { get; }

    public FastReader Reader { get; }

    public FastStates States { get; }

    /// <summary>Writes an end of the flow; null for the machine's own, which ends with the output.</summary>
    public Action<FastValue>? End { get; set; }
}
