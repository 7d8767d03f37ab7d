using System.Collections.Generic;
using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.InPlace;

/// <summary>
/// Writes how the Parallel and Map states of a flow run what is inside them in place: a method a state that goes through branches or items,
/// and a method a flow. The states in it are written by the emitters that write frames.
/// </summary>
/// <param name="flow">What writes the flow of the states.</param>
/// <param name="own">That flow.</param>
/// <param name="isInPlace">Whether it runs in place itself.</param>
internal sealed class InPlaceEmitter(FlowEmitter flow, Flow own, bool isInPlace)
{
    // A flow with a frame of its own that runs in place elsewhere has the frame for its history alone.
    private readonly bool _hasFrameForHistory = !isInPlace && own.Owner is { } owner && InPlaceFlows.Runs(owner);

    /// <summary>Whether the flow runs in place itself, and has no signals and no positions.</summary>
    public bool IsInPlace => isInPlace;

    /// <summary>Whether the flows inside a state run in place where no history is kept.</summary>
    public bool Runs(State state) => !_hasFrameForHistory && !flow.Inspection.IsOn && InPlaceFlows.Runs(state);

    /// <summary>
    /// Writes what runs the flows inside a state in place, if that may be, and leaves what they come to in <c>result</c>. False where frames
    /// have to be started besides.
    /// </summary>
    /// <param name="state">The Parallel or Map state.</param>
    /// <param name="input">The C# expression of its effective input.</param>
    /// <param name="items">The C# expression of a Map's items.</param>
    public bool TryRun(WorkState state, string input, string? items = null)
    {
        if (!Runs(state))
            return false;
        CodeWriter code = flow.Code;
        string run = $"result = {flow.Method(state, "InPlace", name => Write(state, name))}({input}{(items is null ? "" : ", " + items)});";
        if (isInPlace)
        {
            code.Line(run).If("result.IsMissing", "return Next.Fail;");
            return true;
        }
        code.Comment("Nothing inside has an effect, so that without a history it is all done here.");
        code.Open("if (!THistory.IsOn)");
        code.Line(run).If("result.IsMissing", "return Next.Fail;");
        code.Line($"goto {Joined(state)};").Close();
        return false;
    }

    /// <summary>Marks where a state goes on after what ran in place.</summary>
    public void Join(State state)
    {
        if (Runs(state))
            flow.Code.Label(Joined(state));
    }

    /// <summary>Ends the scopes of what failed in place inside the state.</summary>
    public void Forget(State state)
    {
        if (Runs(state))
            flow.Variables.Forget(flow.Code, InPlaceFlows.Within(state));
    }

    private string Joined(State state) => flow.NameOf(state) + "_Joined";

    private void Write(WorkState state, string name)
    {
        CodeWriter flows = flow.Code.Beside();
        IReadOnlyList<Flow> inside = InPlaceFlows.Of(state);
        foreach (Flow each in inside)
            flow.Inside(each, flows).WriteInPlace(MethodOf(state, each));
        if (state is MapState map)
            Items(map, name, readsContext: flows.ToString().Contains("Context()"));
        else
            Branches(state, inside, name);
        flow.Code.Append(flows);
    }

    private string MethodOf(State state, Flow inside) => flow.NameOf(state) + (state is MapState ? "_Item" : $"_Branch{CSharp.Number(inside.BranchIndex)}");

    private void Items(MapState map, string name, bool readsContext)
    {
        CodeWriter code = flow.Code;
        code.Line().Comment($"The items of \"{map.Name}\", one after the other. No value where the execution has no events left.");
        code.Open($"private JsonValue {name}(JsonValue input, JsonValue items)");
        code.Line("var map = new FanInPlace<THistory>(this, items);");
        code.Open("while (map.MoveNext())");
        string item = "map.Item";
        if (map.ItemSelector is not null)
        {
            code.Line("Fault? fault = null;").Line("map.ReturnToState();");
            code.Line($"JsonValue item = {MapEmitter.Selector(flow, map, "input", "map.Item", "map.Index")};");
            code.If("fault is not null", "return map.Refuse(fault);");
            item = "item";
        }
        code.Line($"map.Begin(readsContext: {CSharp.Bool(readsContext)});");
        code.If($"{MethodOf(map, map.Processor)}({item}, ref map.Output) != Next.Succeed", "return map.Fail();");
        code.Line("map.Complete();");
        code.Close();
        code.Line("return map.Result();").Close();
    }

    private void Branches(State state, IReadOnlyList<Flow> branches, string name)
    {
        CodeWriter code = flow.Code;
        code.Line().Comment($"The branches of \"{state.Name}\", one after the other. No value where the execution has no events left.");
        code.Open($"private JsonValue {name}(JsonValue input)");
        code.Line($"var parallel = new FanInPlace<THistory>(this, {CSharp.Number(branches.Count)});");
        foreach (Flow branch in branches)
            code.If($"{MethodOf(state, branch)}(input, ref parallel.OutputOf({CSharp.Number(branch.BranchIndex)})) != Next.Succeed", "return parallel.Fail();");
        code.Line("return parallel.Result();").Close();
    }
}
