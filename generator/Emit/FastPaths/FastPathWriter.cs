using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Flows;
using Compiled.Generator.Emit.FastPaths.Reading;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;
using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>
/// Writes a machine's fast path: one method from the input to the output, in which objects that states make are not built before somebody needs
/// them, and all that is unusual leaves for the frames. See docs/decisions/0022.
/// </summary>
internal sealed class FastPathWriter
{
    private const int MostStates = 200, MostVariables = 40;

    private readonly Machine _machine;
    private readonly MachineNames _names;
    private readonly string _workflow;
    private readonly FastReads _reads;
    private readonly HashSet<string> _changing = [];
    private readonly FastData _data;
    private readonly FastTransfers _transfers;
    private readonly FastMethod _method;
    private CodeWriter _code = new();
    private FastFlow _flow;
    private State _state;
    private HashSet<string> _whole = [];
    private bool _usesInput;
    private int _place, _ends;
    private FastLimits _limits = new();

    public FastPathWriter(Machine machine, MachineNames names, MachineTables tables, string workflow, Func<TaskState, PlainCall?> plainCall, ContractEmitter contracts, TypedLane? lane = null)
    {
        (_machine, _names, _workflow) = (machine, names, workflow);
        _state = machine.Flow.Start;
        IsQueried = machine.States.All(state => state.QueryLanguage == QueryLanguage.Jsonata);
        _reads = new FastReads(IsQueried);
        Known = new FastVariables(machine.Flow, isOn: lane is null);
        Locals = new FastNames(tables);
        var roots = new TypedRoots(Locals);
        _data = new FastData(Locals, _changing, roots);
        Builder = new FastBuilder(tables, contracts);
        Typed = lane is null ? null : new TypedPath(this, lane, roots);
        _transfers = new FastTransfers(Locals, Builder);
        _method = new FastMethod(this);
        Input = new FastInput(_reads, Locals);
        Failures = new FastFailures(this);
        Rounds = new FastRounds(this, machine.Type);
        Calls = new FastCalls(this, plainCall);
        Flows = new FastFlows(this, machine.Flow, names, tables, new FastReading(tables, Locals, _reads, Builder, Known, _changing));
        _flow = Flows.Of(machine.Flow);
    }

    public FastBuilder Builder { get; }

    public FastNames Locals { get; }

    /// <summary>What is written for C# objects; null where all values are JSON.</summary>
    public TypedPath? Typed { get; }

    public FastRounds Rounds { get; }

    /// <summary>The calls of tasks.</summary>
    public FastCalls Calls { get; }

    public FastFailures Failures { get; }

    /// <summary>How the input and its items come into locals.</summary>
    public FastInput Input { get; }

    /// <summary>The flows that the path goes through.</summary>
    public FastFlows Flows { get; }

    /// <summary>What is known of the variables of the machine's own flow.</summary>
    public FastVariables Known { get; }

    /// <summary>Whether all states are in JSONata, so that parts of values are read as it reads them.</summary>
    public bool IsQueried { get; }

    /// <summary>Whether a state was found to evaluate JSONata.</summary>
    public bool IsEvaluated { get; private set; }

    public CodeWriter Code => _code;

    /// <summary>The state that is being written, where each value is read once.</summary>
    public string Place => _state.Name;

    /// <summary>A place of its own, for what is read at each of them.</summary>
    public string NewPlace() => $"{_state.Name}#{++_place}";

    public Flow Flow => _machine.Flow;

    /// <summary>Whether a way on the path leads to a state.</summary>
    public bool IsEntered(State state) => _data.IsEntered(state);

    /// <summary>Writes the class <c>Fast</c> with the method <c>Run</c>; false where the machine has no fast path.</summary>
    public bool TryWrite(CodeWriter code)
    {
        if (Flows.States.Count() > MostStates || Flows.Variables.Count() > MostVariables || !FastStates.CanWrite(Flow.Start))
            return false;
        Settle();
        if (_ends == 0)
            return false;
        // What is read often is known now, and gets locals.
        _reads.Declare(Builder.Whole.Contains);
        _data.Clear();
        Settle();
        if (Typed is null && !_usesInput && Input.Projection is not null && !Flows.HasLoop)
        {
            IsProjected = true;
            do
                Pass();
            while (Builder.HasFoundBuilt || Calls.HasFoundTaker);
        }
        if (!_limits.AreWorthWhile)
            return false;
        code.Line().Comment("From input to output while nothing waits or fails; the frames do the rest.");
        code.Open($"file static class {(Typed is null ? "Fast" : "Lane")}");
        code.Line($"private const long MostBytes = {CSharp.Number(_limits.MostBytes)};").Line();
        if (IsProjected)
            code.Line("/// <summary>What of the input is read.</summary>").Line($"public static readonly Projection Input = new({Input.Projection}){(IsQueried ? "" : " { MayBorrow = true }")};").Line();
        code.Open(Typed?.Head(_workflow) ?? $"public static JsonValue Run({_workflow} workflow, scoped ref FastPath path, JsonValue input)");
        _method.Declare(code);
        code.Append(_code);
        code.Close();
        Builder.Asides.Write(code);
        Typed?.WriteLeaving(code);
        code.Close();
        return true;
    }

    public string LabelOf(State state) => _names.Of(state);

    /// <summary>Sets variables, all of whose values are known.</summary>
    public void Assign(Assignment? assign, FastValue[] values)
    {
        if (assign is null)
            return;
        // Their values are bound together.
        Note(new FastObject([.. assign.Variables.Select((variable, i) => new FastMember(variable.Name, values[i]))]));
        for (int i = 0; i < values.Length; i++)
        {
            if (!Known.Set(assign.Variables[i].Name, values[i]))
                continue;
            string field = _flow.Variables.Field(assign.Variables[i].Name);
            _code.Line($"{field} = {Builder.Build(values[i])};");
            if (values[i] is not FastLocal && !FastLimits.IsSmall(values[i]))
                LeaveIfLarge(field);
        }
    }

    /// <summary>Writes what gives the expressions that follow their budget.</summary>
    public void Evaluate()
    {
        IsEvaluated = true;
        _code.Line("evaluation = path.Evaluate(evaluation);");
    }

    /// <summary>Whether the path reads but parts of its input, <c>Fast.Input</c>.</summary>
    public bool IsProjected { get; private set; }

    /// <summary>Puts a value into a local of its own.</summary>
    /// <param name="value">The C# expression.</param>
    /// <param name="mayBeLarge">Whether it may be larger than what it was made of, or a failure.</param>
    /// <param name="isPresent">Whether it is known not to be missing.</param>
    public FastLocal Take(string value, bool mayBeLarge, bool isPresent) => Take(Locals.NewLocal(), value, mayBeLarge, isPresent);

    public FastLocal Take(string name, string value, bool mayBeLarge, bool isPresent)
    {
        _code.Line($"{name} = {value};");
        // What gives a failure, or nothing, is not small either.
        if (mayBeLarge)
            LeaveIfLarge(name);
        ReadParts(name);
        return new FastLocal(name, isPresent);
    }

    /// <inheritdoc cref="FastData.Refuse"/>
    public void Refuse(string counter) => _data.Refuse(counter);

    public void Leave(string condition) => _code.If(condition, "goto leave;");

    /// <summary>Leaves where a value that is small otherwise is a failure.</summary>
    public FastLocal TakeSmall(string value)
    {
        FastLocal taken = Take(value, mayBeLarge: false, isPresent: true);
        Leave($"{taken.Name}.IsFailure");
        return taken;
    }

    public void LeaveIfLarge(string local) => _code.If(FastTransfers.IsLarge(local), "goto leave;");

    public void GiveUp() => _code.Line("goto leave;");

    /// <summary>A state gives on this value, or a task is called with it.</summary>
    public void Note(FastValue value) => _limits.Note(value);

    /// <summary>A value has come into a local: its parts that are read often follow it.</summary>
    public void ReadParts(string local) => _reads.Write(local, _code, Locals);

    /// <summary>Writes the states of a flow inside the one at hand, where they stand.</summary>
    /// <param name="inside">The flow, whose states are on the path.</param>
    /// <param name="data">What it begins with.</param>
    /// <param name="end">Writes each end of it, with what the flow gives there.</param>
    public void WriteInside(Flow inside, FastValue data, Action<FastValue> end)
    {
        (FastFlow flow, State state, int place) = (_flow, _state, _place);
        _flow = Flows.Of(inside);
        _flow.End = end;
        foreach (string variable in inside.Variables)
            _code.Line($"{_flow.Variables.Field(variable)} = default;");
        WriteStates(inside, data);
        (_flow, _state, _place) = (flow, state, place);
        Locals.Enter(state);
    }

    /// <summary>Brings what a flow gives where it has come to one of its ends to where all of them meet.</summary>
    public void Join(Flow inside, FastValue value, string label)
    {
        _transfers.Write(_code, _data.ArriveAtEnd(inside, value), value);
        _code.Line($"goto {label};");
    }

    /// <summary>What a flow gives where its ends meet; null where no way leads to an end.</summary>
    public FastValue? EndOf(Flow inside) => _data.IsEnded(inside) ? _data.EndOf(inside) : null;

    /// <summary>A value comes into a local of the state's own.</summary>
    public FastLocal Set(string local, string value)
    {
        Locals.Use(local);
        _code.Line($"{local} = {value};");
        ReadParts(local);
        return new FastLocal(local, isPresent: true);
    }

    /// <summary>Whether nobody looks into the value of a local, which only goes to the output.</summary>
    public bool IsOnlyWritten(string local) => Typed is null && !_whole.Contains(local) && !_reads.AreRead(local);

    /// <summary>Writes the way out of a state: to the next one, or with the output.</summary>
    /// <param name="next">The next state; null for the flow's end.</param>
    /// <param name="value">The state's output.</param>
    /// <param name="events">How many events the state had that were not counted yet.</param>
    public void GoOn(State? next, FastValue value, int events)
    {
        Note(value);
        if (next is null && _flow.End is { } end)
        {
            _code.Line(events == 1 ? "events++;" : $"events += {events};");
            end(value);
            return;
        }
        bool isLeft = next is FailState || next is not null && !FastStates.CanWrite(next);
        Known.Arrive(isLeft ? null : next);
        if (next is null)
        {
            _ends++;
            _code.Line($"path.Events = events + {events + 1};");
            if (Typed is null)
                new FastOutput(Builder).WriteEnd(value, _code);
            else
                Typed.End(value);
            return;
        }
        _code.Line(events == 1 ? "events++;" : $"events += {events};");
        if (isLeft)
            GiveUp();
        else
        {
            _transfers.Write(_code, _data.Arrive(next, value), value);
            _code.Line($"goto {_names.Of(next)};");
        }
    }

    // ---- passes

    // The last pass has found nothing new, so that what it wrote holds.
    private void Settle()
    {
        do
            Pass();
        while (_data.HasChanged || Known.HasChanged || Builder.HasFoundText);
    }

    private void Pass()
    {
        _code = new CodeWriter().Indent().Indent().Indent();
        (_ends, _limits, IsEvaluated) = (0, new FastLimits(), false);
        _whole = [.. Builder.Whole];
        Builder.BeginPass();
        Locals.NextPass();
        Rounds.BeginPass();
        Calls.BeginPass();
        Typed?.BeginPass();
        _data.BeginPass();
        Known.BeginPass();
        _reads.BeginPass();
        _state = Flow.Start;
        Locals.Enter(_state);
        _method.Open();
        if (Typed is null)
            Input.Write(this);
        Builder.UsesInput = false;
        WriteStates(Flow, Typed?.Start() ?? (FastValue)new FastLocal(FastNames.Input, isPresent: true));
        _data.EndPass();
        _usesInput = Builder.UsesInput;
        _method.Close();
    }

    private void WriteStates(Flow flow, FastValue data)
    {
        _transfers.Write(_code, _data.Arrive(flow.Start, data), data);
        _code.Line($"goto {_names.Of(flow.Start)};");
        foreach (State state in flow.States.Where(_data.IsEntered))
        {
            (_state, _place) = (state, 0);
            Locals.Enter(state);
            if (flow == Flow)
                Known.Enter(state);
            _code.Line().Comment($"---- \"{CodeWriter.OneLine(state.Name, 80)}\": {state.Type}");
            _code.Label(_names.Of(state));
            if (state.IsLoopHead)
                Rounds.Count();
            _flow.States.Write(state, _data.Of(state));
        }
    }
}
