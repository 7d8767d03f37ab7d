using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Jsonata;
using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Queries;

/// <summary>What the expressions of one method of a frame can read, as C# expressions there. FEATURES L-055.</summary>
/// <param name="Input">The state's input.</param>
/// <param name="Result">The raw result of a Task, Parallel or Map; null where there is none.</param>
/// <param name="Error">The error that a catcher acts on; null where there is none.</param>
/// <param name="Context">What builds the context object.</param>
internal sealed record QueryScope(string Input, string? Result = null, string? Error = null, string Context = "Context()")
{
    /// <summary>The local that holds the context object, built once where an expression reads it.</summary>
    public const string ContextLocal = "context";

    /// <summary>Whether the expression reads the context object, so that it has to be built.</summary>
    public static bool ReadsContext(JsonataText text) => text.Parsed.Usage.StatesReads.Any(read => read.Member is null or "context");

    /// <summary>What the expression takes, with the C# expression of each, in the order of its parameters.</summary>
    public IReadOnlyList<(JsonataVariable Parameter, string Value)> Of(JsonataText text, FlowVariables variables)
    {
        var taken = new List<(JsonataVariable, string)>();
        // Small at the start, as no type's name is; what the methods call their own is taken.
        var names = new Identifiers("evaluation", "arguments");
        JsonataUsage usage = text.Parsed.Usage;
        void Add(string variable, string name, string? value)
        {
            if (value is not null)
                taken.Add((new JsonataVariable(variable, names.Plain(char.ToLowerInvariant(name[0]) + name.Substring(1))), value));
        }
        bool whole = usage.StatesReads.Any(read => read.Member is null);
        bool Reads(string member) => whole || usage.StatesReads.Any(read => read.Member == member);
        // In the order in which AWS shows them.
        if (Reads("input"))
            Add("states.input", "input", Input);
        if (Reads("context"))
            Add("states.context", "context", ContextLocal);
        if (Reads("result"))
            Add("states.result", "result", Result);
        if (Reads("errorOutput"))
            Add("states.errorOutput", "error", Error);
        foreach (string name in usage.References.Select(reference => reference.Name).Distinct())
        {
            if (name != "states" && variables.IsInReach(name))
                Add(name, name, variables.Read(name));
        }
        return taken;
    }
}
