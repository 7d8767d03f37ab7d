using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Data;
using Compiled.Generator.Emit.Expressions;
using Compiled.Generator.Emit.InPlace;
using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit;

/// <summary>
/// Writes the frame class of one flow: <c>Advance</c> with every state in the definition's order, transitions as jumps,
/// and below it a method for each payload template.
/// </summary>
internal sealed class FlowEmitter
{
    /// <summary>In a larger flow templates are made in methods, and objects are not kept in locals.</summary>
    public const int MostStatesInPlace = 16;

    private readonly List<System.Action> _methods = [];
    private readonly HashSet<string> _methodNames = [];
    private readonly MachineNames _names;
    private readonly MachineShapes _shapes;
    private readonly Flow _flow;
    private readonly Flow _host;

    /// <param name="flow">The flow to write.</param>
    /// <param name="shapes">What the machine's data looks like.</param>
    /// <param name="names">The C# names of the machine's states and frames.</param>
    /// <param name="tables">What the machine's flows share.</param>
    /// <param name="code">Where to write.</param>
    /// <param name="inspects">Whether the flow is to tell what its states come to.</param>
    /// <param name="host">The flow in whose frame this one runs in place; null where it has a frame of its own.</param>
    public FlowEmitter(Flow flow, MachineShapes shapes, MachineNames names, MachineTables tables, CodeWriter code, bool inspects, Flow? host = null)
    {
        Inspection = new InspectionEmitter(code, inspects);
        _flow = flow;
        _host = host ?? flow;
        _names = names;
        _shapes = shapes;
        Tables = tables;
        Code = code;
        InPlace = new InPlaceEmitter(this, flow, isInPlace: host is not null);
        Variables = new FlowVariables(flow, names, host, [.. flow.States.Where(InPlace.Runs).SelectMany(InPlaceFlows.Within)]);
        Paths = new PathEmitter(tables, Variables);
        Data = new DataEmitter(this, new DataPlan(flow, shapes[flow], names.Of, keeps: !inspects));
        Templates = new TemplateEmitter(tables, Paths, Data);
    }

    public CodeWriter Code { get; }

    public MachineTables Tables { get; }

    public FlowVariables Variables { get; }

    public PathEmitter Paths { get; }

    public TemplateEmitter Templates { get; }

    public DataEmitter Data { get; }

    public InspectionEmitter Inspection { get; }

    public InPlaceEmitter InPlace { get; }

    /// <summary>The C# name of a state: its label, and the start of the names of its methods.</summary>
    public string NameOf(State state) => _names.Of(state);

    /// <summary>Where a frame resumes after an effect of the state.</summary>
    public static int SignalledPosition(State state) => 2 * state.Index + 1;

    /// <summary>Where a frame enters the state.</summary>
    public static int EntryPosition(State state) => 2 * state.Index;

    /// <summary>The label where the work of a state that has been entered begins.</summary>
    public string AttemptOf(State state) => NameOf(state) + "_Attempt";

    /// <summary>Names a method that is written after <c>Advance</c>, once however often it is asked for.</summary>
    public string Method(State state, string field, System.Action<string> write)
    {
        string name = $"{NameOf(state)}_{field}";
        if (_methodNames.Add(name))
            _methods.Add(() => write(name));
        return name;
    }

    /// <summary>What writes a flow inside one of this one's states, to run in place in the same frame.</summary>
    public FlowEmitter Inside(Flow flow, CodeWriter code) => new(flow, _shapes, _names, Tables, code, inspects: false, _host);

    public void Write()
    {
        string name = _names.FrameOf(_flow);
        Code.Line();
        if (_flow.Owner is { } owner)
            Code.Comment(owner is MapState ? $"One item of \"{owner.Name}\"." : $"Branch {_flow.BranchIndex} of \"{owner.Name}\".");
        else
            Code.Comment("The machine's own flow.");
        string parent = Variables.SeesOuter ? _names.FrameOf(_flow.OuterScope!) + "<THistory>" : "Frame<THistory>?";
        Code.Open($"file sealed class {name}<THistory>(Execution<THistory> execution, {parent} parent) : Frame<THistory>(execution, parent) where THistory : struct, IHistory");
        Variables.Declare(Code);
        int[] counters = FailureEmitter.Counters(_flow);
        foreach (int counter in counters)
            Code.Line($"private int {FailureEmitter.Counter(counter)};");
        if (counters.Length > 0)
            Code.Line();
        Code.Line($"protected override int StartPosition => {EntryPosition(_flow.Start)};").Line();
        Advance();
        Children();
        if (counters.Length > 0)
            Code.Line().Line($"protected override void ResetRetries() => {string.Concat(counters.Select(counter => FailureEmitter.Counter(counter) + " = "))}0;");
        if (counters.Length > 0 && _flow.Owner is null)
            Code.Line().Line($"protected override void SetRetries(int[] counts) => {FailureEmitter.Take(counters)};");
        Inspection.Retries(counters);
        Data.Builders();
        Variables.Write(Code);
        Inspection.Context();
        Methods();
        Code.Close();
    }

    /// <summary>Writes the flow as a method of the frame that runs it in place: it goes through the states and leaves the output in <c>output</c>.</summary>
    public void WriteInPlace(string method)
    {
        Code.Line();
        Variables.DeclareInPlace(Code);
        Code.Open($"private Next {method}(JsonValue data, ref JsonValue output)");
        Code.Line("JsonValue input = default, result = default;");
        Locals();
        if (_flow.Start != _flow.States[0])
            Code.Line($"goto {NameOf(_flow.Start)};");
        States();
        Code.Close();
        Data.Builders();
        Methods();
    }

    // A method may ask for others while it is written.
    private void Methods()
    {
        for (int i = 0; i < _methods.Count; i++)
            _methods[i]();
    }

    private void Advance()
    {
        Code.Open("public override Next Advance(in Signal signal)");
        Code.Line("JsonValue data = Data, input = default, result = default;");
        Locals();
        if (_flow.States.Any(state => state.IsLoopHead))
            Code.Line("int fuel = 1024;");
        Redrive();
        Code.Open("switch (Position)");
        foreach (State state in _flow.States)
        {
            if (state == _flow.Start || state.IsLoopHead)
                Code.Line($"case {EntryPosition(state)}: goto {NameOf(state)};");
            if (state is WorkState or WaitState)
                Code.Line($"case {SignalledPosition(state)}: goto {NameOf(state)}_Signalled;");
        }
        Code.Line("default: return LostPosition();");
        Code.Close();
        States();
        Code.Close();
    }

    private void Locals()
    {
        Data.Declare();
        Code.Line("Fault? fault = null;");
        if (_flow.States.Any(AssignEmitter.AssignsOutput))
            Code.Line("JsonValue before = default;");
        if (_flow.States.Any(state => state is ChoiceState { QueryLanguage: QueryLanguage.JsonPath }))
            Code.Line("string? missing = null;");
    }

    private void States()
    {
        foreach (State state in _flow.States)
        {
            Code.Line().Comment($"---- \"{CodeWriter.OneLine(state.Name, 80)}\": {state.Type}");
            Data.Begin(state);
            // A flow that runs in place has no loop, only jumps back in the text.
            if (state.IsLoopHead && !InPlace.IsInPlace)
                Code.If("--fuel == 0", $"Data = {Data.Whole};", $"Position = {EntryPosition(state)};", "return Next.Checkpoint;");
            StateEmitters.Emit(this, state);
            Data.End();
        }
    }

    // Without a history nothing is redriven, and the JIT sees no way into the middle of the flow.
    private void Redrive()
    {
        Code.Comment("A redrive goes on with the state that did not succeed.");
        Code.Open("if (THistory.IsOn && signal.Kind == SignalKind.Redrive)").Open("switch (Position)");
        foreach (State state in _flow.States)
        {
            if (state is WorkState or WaitState)
                Code.Line($"case {SignalledPosition(state)}: goto {AttemptOf(state)};");
            else
                Data.Reenter(state);
        }
        Code.Close().Close();
    }

    /// <summary>Frames of the flows inside this one's Parallel and Map states.</summary>
    private void Children()
    {
        // The items of a distributed Map run in executions of their own.
        var owners = _flow.States.Where(state => state is ParallelState or MapState { IsDistributed: false }).ToArray();
        if (owners.Length > 0)
            NewChild(owners);
        var selecting = _flow.States.OfType<MapState>().Where(map => map.ItemSelector is not null).ToArray();
        if (selecting.Length == 0)
            return;
        Code.Line().Open("protected override JsonValue ItemInput(int state, JsonValue item, int index, ref Fault? fault) => state switch");
        foreach (MapState map in selecting)
            Code.Line($"{map.Index} => {MapEmitter.Selector(this, map)},");
        Code.Line("_ => item,").Close(";");
    }

    private void NewChild(State[] owners)
    {
        Code.Line().Open("protected override Frame<THistory> NewChild(int state, int branch) => (state, branch) switch");
        foreach (State owner in owners)
        {
            if (owner is MapState map)
                Code.Line($"({owner.Index}, _) => new {_names.FrameOf(map.Processor)}<THistory>(Execution, this),");
            else
            {
                foreach (Flow branch in ((ParallelState)owner).Branches)
                    Code.Line($"({owner.Index}, {branch.BranchIndex}) => new {_names.FrameOf(branch)}<THistory>(Execution, this),");
            }
        }
        Code.Line("_ => base.NewChild(state, branch),").Close(";");
    }

    // ---- pieces that several state types share

    /// <summary>Quotes a field of the definition above the lines it causes.</summary>
    public void Quote(State state, string field)
    {
        if (state.Source[field] is { } value)
            Code.Comment($"\"{field}\": {value.ToCompactJson()}");
    }

    public void EnterWork(State state) => Enter(state, "EnterWork");

    public void Enter(State state) => Enter(state, "Enter");

    private void Enter(State state, string way) => Code.If($"!{(EntryTimes.AreRead(state) ? "EnterTimed" : way)}({state.Index}, data)", "return Next.Fail;");

    /// <summary>Computes the effective input; returns the C# name that holds it.</summary>
    public string Input(State state)
    {
        string input = EffectiveInput(state);
        Inspection.Input(state, input);
        return input;
    }

    private string EffectiveInput(State state)
    {
        if (state.InputPath.IsDefault)
            return "data";
        Quote(state, "InputPath");
        if (state.InputPath.IsNull)
        {
            Code.Line("input = JsonValue.EmptyObject;");
            return "input";
        }
        Code.Line($"input = {Paths.Emit(state.InputPath.Path!, "data", "Context()")};");
        FailWhenMissing("input", state.InputPath.Path!, "data");
        return "input";
    }

    public void FailWhenMissing(string value, PathExpression path, string input)
    {
        if (Paths.Miss(path, value) is { } misses)
            Code.Open($"if ({misses})").Line($"return Fail(Faults.NoResultsForPath({CSharp.Text(path.Text)}, {Paths.Searched(path, input, "Context()")}));").Close();
    }

    /// <summary>Evaluates a template into <c>result</c> or another local; a constant needs no method.</summary>
    public void Evaluate(State state, string field, Template template, string target, string input, string onFault)
    {
        Quote(state, field);
        if (TemplateEmitter.IsConstant(template))
        {
            Code.Line($"{target} = {Templates.Constant(template)};");
            return;
        }
        // In a large flow the compiler inlines no more, so that what stands in place there would only be in its way.
        if (Data.IsApart || _flow.States.Count <= MostStatesInPlace && TemplateEmitter.IsShort(template))
        {
            Templates.Block(Code, template, target, input, onFault);
            return;
        }
        string method = Method(state, field, name => Templates.Method(Code, name, template));
        Code.Line($"{target} = {method}({input}, ref fault);");
        Code.If("fault is not null", onFault);
    }

    /// <summary>Puts a result into <c>data</c> where a ResultPath says.</summary>
    public void Merge(DataPath resultPath, string result)
    {
        if (resultPath.IsNull)
            return;
        if (resultPath.IsDefault)
        {
            if (result != "data")
                Code.Line($"data = {result};");
            return;
        }
        PathExpression path = resultPath.Path!;
        string fail = $"return Fail(Faults.ResultPathMatchFailure({CSharp.Text(path.Text)}, data));";
        if (path.Steps.Count == 1 && path.Steps[0] is NameStep name)
        {
            Code.If("!data.IsObject", fail);
            Code.Line($"data = data.With({Tables.Keys.Of(name.Name)}, {result});");
            return;
        }
        string parts = Tables.Queries.Parts(path.Text, Paths.Parts(path));
        Code.If($"!Paths.TrySet(ref data, {parts}, {result})", fail);
    }

    /// <summary>As <see cref="Merge"/> and <see cref="Leave(State, bool)"/>: where OutputPath takes out again what ResultPath put in, nothing is put in.</summary>
    public void MergeAndLeave(State state, DataPath resultPath, string result, bool built)
    {
        Inspection.Saw("AfterResultSelector", result);
        if (!Inspection.IsOn && state.Assign is null && DataPlan.SingleName(resultPath) is { } name && DataPlan.SingleName(state.OutputPath) == name)
        {
            Quote(state, "OutputPath");
            Code.If("!data.IsObject", $"return Fail(Faults.ResultPathMatchFailure({CSharp.Text(resultPath.Path!.Text)}, data));");
            if (result != "data")
                Code.Line($"data = {result};");
            Code.If("!Exit(data)", "return Next.Fail;");
            GoOn(state.Next);
            return;
        }
        Merge(resultPath, result);
        Inspection.Saw("AfterResultPath", "data");
        Leave(state, built);
    }

    /// <summary>Applies OutputPath, records the exit and goes on. <paramref name="built"/>: the output may be larger than what came in.</summary>
    public void Leave(State state, bool built) => Leave(state, built, state.Next);

    /// <summary>As <see cref="Leave(State, bool)"/>, for a state that chooses what follows.</summary>
    public void Leave(State state, bool built, State? next)
    {
        if (!state.OutputPath.IsDefault)
        {
            Quote(state, "OutputPath");
            if (state.OutputPath.IsNull)
                Code.Line("data = JsonValue.EmptyObject;");
            else
            {
                PathExpression path = state.OutputPath.Path!;
                string root = AssignEmitter.AssignsOutput(state) ? "before" : Paths.Root(path, "data", "Context()");
                Code.Line($"result = {Paths.Emit(path, root, "data", "Context()")};");
                FailWhenMissing("result", path, "data");
                Code.Line("data = result;");
                built |= path.Root == PathRoot.Context || !path.IsDefinite;
            }
        }
        if (built)
            Code.If("!Exit(data)", "return Next.Fail;");
        else
            Code.Line("Leave(data);");
        GoOn(next);
    }

    public void GoOn(State? next) => Data.PassOn(next);

    /// <summary>Ends the flow with <c>data</c> as its output.</summary>
    public void Finish()
    {
        Code.Line($"{(InPlace.IsInPlace ? "output" : "Data")} = data;");
        if (InPlace.IsInPlace)
            Variables.Forget(Code);
        Code.Line("return Next.Succeed;");
    }

    /// <summary>Writes where a Task, Parallel or Map goes on with what its work came to, which it leaves in <c>result</c>.</summary>
    public void Resume(State state, bool retries)
    {
        if (InPlace.IsInPlace)
            return;
        Code.Label(NameOf(state) + "_Signalled");
        if (retries)
            Code.If("signal.Kind == SignalKind.Fired", $"goto {AttemptOf(state)};");
        Code.Line("result = signal.Value;");
        InPlace.Join(state);
    }
}
