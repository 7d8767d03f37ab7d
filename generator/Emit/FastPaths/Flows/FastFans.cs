using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Reading;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.FastPaths.Flows;

/// <summary>
/// Writes Parallel and Map states of which no branch or item has an effect: the states inside stand where they are run, one branch after the
/// other, and in a loop over the items. That is the order in which frames run them.
/// </summary>
internal sealed class FastFans(FastPathWriter path, FastReader reader, FastTemplates templates)
{
    /// <summary>The flow and all flows inside its states that a fast path can go through.</summary>
    public static IEnumerable<Flow> Within(Flow flow) =>
        flow.States.Where(state => state is ParallelState or MapState && FastStates.CanWrite(state)).SelectMany(FlowsOf).SelectMany(Within).Prepend(flow);

    /// <summary>Whether a fast path can go through the flows of a Parallel or Map state.</summary>
    public static bool CanRun(WorkState state) => state switch
    {
        MapState map => map is { IsDistributed: false, MaxConcurrencyPath: null, QueryLanguage: QueryLanguage.JsonPath }
            && (map.ItemsPath is not { } items || FastReader.CanRead(items, HasItem(map))) && (map.ItemSelector is not { } selector || FastTemplates.CanMake(selector, hasItem: true))
            && FlowsOf(map).All(IsWithoutEffect),
        ParallelState parallel => parallel is { QueryLanguage: QueryLanguage.JsonPath }
            && (parallel.Parameters is not { } parameters || FastTemplates.CanMake(parameters, HasItem(parallel))) && FlowsOf(parallel).All(IsWithoutEffect),
        _ => false,
    };

    /// <summary>Writes a Parallel; gives the array of what its branches give, or null where no way leads through.</summary>
    public FastValue? Parallel(ParallelState state, FastValue input)
    {
        path.Note(input);
        path.Code.Line("events += 2;");
        var outputs = new List<FastValue>();
        foreach (Flow branch in state.Branches)
        {
            string end = $"{path.LabelOf(state)}_End{CSharp.Number(branch.BranchIndex)}";
            path.WriteInside(branch, input, output => path.Join(branch, output, end));
            if (path.EndOf(branch) is not { } given)
                return null;
            path.Code.Label(end);
            outputs.Add(given);
        }
        path.Code.Line("events++;");
        var result = new FastArray(outputs);
        path.Note(result);
        templates.Begin();
        return result;
    }

    /// <summary>Writes an inline Map; gives the array of what its items give.</summary>
    public FastValue Map(MapState state, FastValue input)
    {
        string items = path.Locals.Own("items"), results = path.Locals.Own("results"), next = path.LabelOf(state) + "_Next", item = path.Locals.Own("item");
        FastItemSource? source = state.ItemsPath is { } itemsPath ? reader.Items(input, itemsPath, item) : null;
        string array = source is null ? $"new FastItems({path.Builder.Build(state.ItemsPath is { } other ? templates.Find(path, other, input) : input)})"
            : path.IsProjected ? $"path.IsProjected ? path.Items({CSharp.Number(source.Part)}, {CSharp.Number(source.Stride)}) : new FastItems({source.Code})"
            : $"new FastItems({source.Code})";
        CodeWriter code = path.Code;
        code.Line("events += 2;").Open();
        code.Line($"FastItems {items} = {array};");
        path.Leave($"!{items}.IsArray");
        string result = path.Locals.Own("mapped");
        code.Line($"ArrayWriter {results} = ArrayWriter.Rent({(path.IsOnlyWritten(result) ? "isText: path.IsWriting" : "")});");
        code.Open($"while ({items}.MoveNext())");
        path.Rounds.Count();
        FastLocal whole = path.Input.WriteItem(path, item, items, isLookedInto: source is not null && path.IsProjected);
        FastValue given = whole;
        string index = $"{items}.Index";
        if (state.ItemSelector is { } selector)
        {
            (FastLocal? outer, string outerIndex) = reader.Around;
            reader.Enter(whole, index);
            given = templates.Make(path, selector, input);
            reader.Enter(outer, outerIndex);
            path.Note(given);
        }
        code.Line("events++;");
        path.Flows.Of(state.Processor).Reader.Enter(whole, index);
        path.WriteInside(state.Processor, given, output =>
        {
            FastWriting.Write(code, results, output, path.Builder);
            path.Leave($"{results}.IsFull");
            code.Line("events++;").Line($"goto {next};");
        });
        code.Label(next).Line(";").Close();
        FastLocal mapped = path.Set(result, $"{results}.Take()");
        path.LeaveIfLarge(result);
        code.Close().Line("events++;");
        templates.Begin();
        return mapped;
    }

    /// <summary>Whether the state is an item's own, so that <c>$$.Map.Item</c> is that item.</summary>
    public static bool HasItem(State state) => state.Flow.Owner is MapState;

    private static IEnumerable<Flow> FlowsOf(State state) => state is MapState map ? [map.Processor] : ((ParallelState)state).Branches;

    // A state that always fails leaves the path, as what fails does.
    private static bool IsWithoutEffect(Flow flow) =>
        FastStates.CanWrite(flow.Start) && flow.States.All(state => state is FailState || state is not TaskState && FastStates.CanWrite(state));
}
