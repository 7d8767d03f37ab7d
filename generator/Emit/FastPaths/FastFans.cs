using System.Linq;
using Compiled.Generator.Emit.InPlace;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>
/// Writes what Parallel and Map states do on a fast path: the states of their flows stand between the state's start and its end, and each flow ends with its output
/// in the array of all. Nothing inside has an effect, so that a path that is left here is left as anywhere else.
/// </summary>
internal sealed class FastFans(FastPathWriter path, MachineNames names, FastReader reader, FastTemplates templates)
{
    private const int MostStates = 100;

    /// <summary>
    /// Whether a fast path can go through the flows of the state, at least as far as their first states. In a loop the frames do, which can be stopped.
    /// </summary>
    public static bool CanWrite(WorkState state) => !state.Flow.HasLoop && InPlaceFlows.Runs(state)
        && InPlaceFlows.Within(state).Sum(flow => flow.States.Count) <= MostStates
        && InPlaceFlows.Within(state).All(flow => !flow.States.Any(inside => inside.IsLoopHead))
        && InPlaceFlows.Of(state).All(flow => FastStates.CanWrite(flow.Start))
        && state switch
        {
            ParallelState parallel => parallel.Parameters is null || FastTemplates.CanMake(parallel.Parameters),
            MapState map => map is { ItemSelector: null, MaxConcurrencyPath: null } && (map.ItemsPath is null || FastReader.CanRead(map.ItemsPath)),
            _ => false,
        };

    /// <summary>Runs the branches; gives the array of their outputs.</summary>
    public FastLocal Branches(ParallelState state, FastValue input)
    {
        string name = names.Of(state);
        path.Code.Line("events += 2;");
        if (state.Parameters is { } parameters)
            input = templates.Make(path, parameters, input);
        string[] outputs = [.. state.Branches.Select(_ => path.NewLocal())];
        foreach (Flow branch in state.Branches)
        {
            string after = $"{name}_After{CSharp.Number(branch.BranchIndex)}";
            path.Enter(branch, input, (value, events) =>
            {
                path.Code.Line($"events += {CSharp.Number(events)};").Line($"{outputs[branch.BranchIndex]} = {path.Builder.Build(value)};");
                path.Code.Line($"goto {after};");
            });
            path.Code.Label(after);
        }
        templates.Begin();
        path.Code.Line("events++;");
        return path.Take($"JsonValue.ArrayOf([{string.Join(", ", outputs)}])", mayBeLarge: true, isPresent: true);
    }

    /// <summary>Runs the items; gives the array of their outputs.</summary>
    public FastLocal Items(MapState state, FastValue input)
    {
        FastValue found = state.ItemsPath is { } itemsPath ? reader.Read(input, itemsPath, path.Place) : input;
        FastLocal items = path.Take(path.Builder.Build(found), mayBeLarge: found is not FastLocal || state.ItemsPath is { IsDefinite: false }, isPresent: true);
        path.Leave($"!{items.Name}.IsArray");
        string name = names.Of(state), next = name + "_NextItem", after = name + "_After", outputs = name + "_outputs", each = name + "_each", count = name + "_count";
        path.Local("JsonValue[]", outputs, "[]");
        path.Local("global::Compiled.Values.ItemEnumerator", each, "default");
        path.Local("int", count, "0");
        path.Code.Line("events += 2;").Line($"{each} = {items.Name}.Items();").Line($"{count} = 0;");
        path.Code.Line($"{outputs} = new JsonValue[{items.Name}.Count];");
        path.Code.Label(next);
        path.Code.If($"!{each}.MoveNext()", $"goto {after};");
        path.LeaveWithManyEvents();
        string item = path.NewLocal();
        path.Code.Line("events++;").Line($"{item} = {each}.Current;");
        path.ReadParts(item);
        path.Enter(state.Processor, new FastLocal(item, isPresent: true), (value, events) =>
        {
            path.Code.Line($"events += {CSharp.Number(events + 1)};").Line($"{outputs}[{count}++] = {path.Builder.Build(value)};");
            path.Code.Line($"goto {next};");
        });
        path.Code.Label(after);
        templates.Begin();
        path.Code.Line("events++;");
        return path.Take($"JsonValue.ArrayOf({outputs})", mayBeLarge: true, isPresent: true);
    }
}
