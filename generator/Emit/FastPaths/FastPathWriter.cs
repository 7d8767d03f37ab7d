using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>
/// Writes a machine's fast path: one method from the input to the output, in which objects that states make are not built before somebody needs
/// them, and all that is unusual leaves for the frames. See docs/decisions/0022.
/// </summary>
internal sealed class FastPathWriter
{
    // The states after which a loop is left to the frames, which can be stopped; and the events that leave a Standard execution enough.
    private const int MostRounds = 10_000, MostEvents = 20_000, MostStates = 200;

    // What a value may have at most, and how little a part may have for a path to be worth while.
    private const long DataLimit = 262_144, LeastPart = 1024;
    private const int MostDepth = 200, MostVariables = 40;

    private readonly Machine _machine;
    private readonly MachineNames _names;
    private readonly string _workflow;
    private readonly Func<TaskState, PlainCall?> _plainCall;
    private readonly FastNames _locals;
    private readonly FastReads _reads;
    private readonly FastVariables _known;
    private readonly HashSet<string> _changing = [];
    private readonly FastData _data;
    private readonly FastStates _states;
    private readonly FlowVariables _variables;
    private readonly FastTransfers _transfers;
    private readonly FastFailures _failures;
    private readonly bool _isQueried;
    private CodeWriter _code = new();
    private List<(int Call, FastValue Data, string[] Variables)> _calls = [];
    private State _state;
    private readonly HashSet<string> _flags = [];
    private string? _projection;
    private bool _usesInput, _evaluates;
    private int _place, _taken, _ends, _leaves, _text, _depth;

    public FastPathWriter(Machine machine, MachineNames names, MachineTables tables, string workflow, Func<TaskState, PlainCall?> plainCall)
    {
        (_machine, _names, _workflow, _plainCall) = (machine, names, workflow, plainCall);
        _state = machine.Flow.Start;
        _isQueried = machine.States.All(state => state.QueryLanguage == QueryLanguage.Jsonata);
        _reads = new FastReads(_isQueried);
        _known = new FastVariables(machine.Flow);
        _locals = new FastNames(tables);
        _data = new FastData(_locals, _changing);
        Builder = new FastBuilder(tables);
        _transfers = new FastTransfers(_locals, Builder);
        _variables = new FlowVariables(machine.Flow, names);
        var reader = new FastReader(tables, _locals, _reads, Builder, _variables, _known, _changing);
        _failures = new FastFailures(this);
        _states = new FastStates(this, _failures, tables, reader, new FastTemplates(tables, reader, Builder), new FastQueries(this, tables, _variables, names, new FastParts(_reads, _locals, Builder, _changing)));
    }

    public FastBuilder Builder { get; }

    public CodeWriter Code => _code;

    /// <summary>The state that is being written, where each value is read once.</summary>
    public string Place => _state.Name;

    /// <summary>A place of its own, for what is read at each of them.</summary>
    public string NewPlace() => $"{_state.Name}#{++_place}";

    private Flow Flow => _machine.Flow;

    // What JSONata throws leaves the path, wherever it happens.
    private bool Queries => Flow.States.Any(state => state.QueryLanguage == QueryLanguage.Jsonata && FastStates.CanWrite(state));

    /// <summary>Writes the class <c>Fast</c> with the method <c>Run</c>; false where the machine has no fast path.</summary>
    public bool TryWrite(CodeWriter code)
    {
        if (Flow.States.Count > MostStates || _variables.Fields.Count > MostVariables || !FastStates.CanWrite(Flow.Start))
            return false;
        Settle();
        if (_ends == 0)
            return false;
        // What is read often is known now, and gets locals.
        _reads.Declare();
        _data.Clear();
        Settle();
        if (!_isQueried && !_usesInput && _projection is not null && !Flow.HasLoop)
        {
            IsProjected = true;
            Pass();
        }
        long most = (DataLimit - _text) / Math.Max(_leaves, 1);
        if (_depth > MostDepth || most < LeastPart)
            return false;
        code.Line().Comment("From input to output while nothing waits or fails; the frames do the rest.");
        code.Open("file static class Fast");
        code.Line($"private const long MostBytes = {CSharp.Number(most)};").Line();
        if (IsProjected)
            code.Line("/// <summary>What of the input is read.</summary>").Line($"public static readonly Projection Input = new({_projection});").Line();
        code.Open($"public static JsonValue Run({_workflow} workflow, scoped ref FastPath path, JsonValue input)");
        Declare(code);
        code.Append(_code);
        code.Close().Close();
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
            if (!_known.Set(assign.Variables[i].Name, values[i]))
                continue;
            string field = _variables.Field(assign.Variables[i].Name);
            _code.Line($"{field} = {Builder.Build(values[i])};");
            if (values[i] is not FastLocal)
                LeaveIfLarge(field);
        }
    }

    /// <summary>Writes what gives the expressions that follow their budget.</summary>
    public void Evaluate()
    {
        _evaluates = true;
        _code.Line("evaluation = FastPath.Evaluate(evaluation);");
    }

    /// <summary>A local that is true or false.</summary>
    public string NewFlag()
    {
        string name = _locals.Of($"{_state.Index}?{++_taken}", $"is{_state.Index}_{_taken}");
        _flags.Add(name);
        return name;
    }

    /// <summary>Whether the path reads but parts of its input, <c>Fast.Input</c>.</summary>
    public bool IsProjected { get; private set; }

    /// <summary>Puts a value into a local of its own.</summary>
    /// <param name="value">The C# expression.</param>
    /// <param name="mayBeLarge">Whether it may be larger than what it was made of, or a failure.</param>
    /// <param name="isPresent">Whether it is known not to be missing.</param>
    public FastLocal Take(string value, bool mayBeLarge, bool isPresent)
    {
        string name = NewLocal();
        _code.Line($"{name} = {value};");
        // What gives a failure, or nothing, is not small either.
        if (mayBeLarge)
            LeaveIfLarge(name);
        ReadParts(name);
        return new FastLocal(name, isPresent);
    }

    public string NewLocal()
    {
        string name = _locals.Of($"{_state.Index}#{++_taken}", $"v{_state.Index}_{_taken}");
        _locals.Use(name);
        return name;
    }

    /// <summary>Whether an expression is the name of a local and no more.</summary>
    public static bool IsLocal(string value) => value.All(c => char.IsLetterOrDigit(c) || c is '_' or '@');

    /// <summary>What is known of a variable of the machine's own flow; null where its C# local has to be read.</summary>
    public FastValue? Variable(string name) => _known.Find(name);

    /// <summary>Whether parts of values are followed through all states.</summary>
    public bool IsQueried => _isQueried;

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
    public void Note(FastValue value)
    {
        _leaves = Math.Max(_leaves, value.Leaves);
        _text = Math.Max(_text, value.Text);
        _depth = Math.Max(_depth, value.Depth);
    }

    /// <summary>A value has come into a local: its parts that are read often follow it.</summary>
    public void ReadParts(string local) => _reads.Write(local, _code, _locals);

    /// <summary>Writes the call of a task, and gives its result.</summary>
    public FastLocal Call(TaskState state, FastValue arguments, FastValue data)
    {
        Note(arguments);
        Note(data);
        string result = _locals.Of("result" + state.Index, "result" + state.Index);
        _locals.Use(result);
        // In a loop the locals don't tell any more what the data was when the path is left; else it is built only then.
        if (Flow.HasLoop)
            _code.Line($"path.Data = {Builder.Build(data)};");
        FastValue?[] known = _known.Values();
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i] is null)
                _code.Line($"{Kept(i)} = {_variables.Fields[i]};");
        }
        if (!Flow.HasLoop)
        {
            _calls.Add((_calls.Count + 1, data, [.. known.Select((value, i) => value is null ? Kept(i) : Builder.Build(value))]));
            _code.Line($"at = {_calls.Count};");
        }
        string given = NewLocal();
        _code.Line("events += 1 + FastPath.EventsOfCall;").Line($"{given} = {Builder.Build(arguments)};");
        _code.Line($"path.Begin({state.Index}, {FlowEmitter.SignalledPosition(state)}, in {given}, {state.TimeoutSeconds ?? 0}, events);");
        _failures.BeginAttempts(state);
        string reply = _plainCall(state) is { } plain ? $"workflow.{plain.Method}({given}{(plain.TakesToken ? ", path.Token" : "")})" : "path.Perform()";
        _code.If($"!path.TryTake({reply}, MostBytes, out {result})", FastFailures.Handles(state) ? $"goto {LabelOf(state)}_Failed;" : "goto leave;");
        _code.Line("events++;");
        ReadParts(result);
        return new FastLocal(result, isPresent: true);
    }

    /// <summary>Writes the way out of a state: to the next one, or with the output.</summary>
    /// <param name="next">The next state; null for the flow's end.</param>
    /// <param name="value">The state's output.</param>
    /// <param name="events">How many events the state had that were not counted yet.</param>
    public void GoOn(State? next, FastValue value, int events)
    {
        Note(value);
        bool isLeft = next is FailState || next is not null && !FastStates.CanWrite(next);
        _known.Arrive(isLeft ? null : next);
        if (next is null)
        {
            _ends++;
            _code.Line($"path.Events = events + {events + 1};").Line($"return {Builder.Build(value)};");
            return;
        }
        _code.Line(events == 1 ? "events++;" : $"events += {events};");
        if (isLeft)
        {
            GiveUp();
            return;
        }
        _transfers.Write(_code, _data.Arrive(next, value), value);
        _code.Line($"goto {_names.Of(next)};");
    }

    // What a variable was when the last task was called.
    private string Kept(int variable)
    {
        string name = _locals.Of("kept " + variable, "kept" + variable);
        _locals.Use(name);
        return name;
    }

    // ---- passes

    // The last pass has found nothing new, so that what it wrote holds.
    private void Settle()
    {
        do
            Pass();
        while (_data.HasChanged || _known.HasChanged);
    }

    private void Pass()
    {
        _code = new CodeWriter().Indent().Indent().Indent();
        (_calls, _ends, _leaves, _text, _depth, _evaluates) = ([], 0, 1, 0, 0, false);
        _flags.Clear();
        _locals.NextPass();
        _data.BeginPass();
        _known.BeginPass();
        _state = Flow.Start;
        if (Queries)
            _code.Open("try");
        Start();
        var input = new FastLocal(FastNames.Input, isPresent: true);
        _transfers.Write(_code, _data.Arrive(Flow.Start, input), input);
        _code.Line($"goto {_names.Of(Flow.Start)};");
        foreach (State state in Flow.States.Where(_data.IsEntered))
        {
            (_state, _taken, _place) = (state, 0, 0);
            _known.Enter(state);
            _code.Line().Comment($"---- \"{CodeWriter.OneLine(state.Name, 80)}\": {state.Type}");
            _code.Label(_names.Of(state));
            if (state.IsLoopHead)
                Leave(_machine.Type == MachineType.Standard ? $"--fuel == 0 || events > {MostEvents}" : "--fuel == 0");
            _states.Write(state, _data.Of(state));
        }
        _data.EndPass();
        _usesInput = Builder.UsesInput;
        if (Queries)
            _code.Close().Open("catch (JsonataException)").Close();
        _code.Line().Label("leave");
        if (_failures.Counters.Count > 0)
            _code.If("path.Retries > 0", $"path.RetryCounts = [{string.Join(", ", FailureEmitter.Counters(Flow).Select(i => _failures.Counters.Contains(i) ? FastFailures.Counter(i) : "0"))}];");
        if (_variables.Fields.Count > 0 && Flow.HasLoop && Flow.States.Any(state => state is TaskState && _data.IsEntered(state)))
            _code.If("path.HasCalled", $"path.Variables = [{string.Join(", ", Enumerable.Range(0, _variables.Fields.Count).Select(Kept))}];");
        if (_calls.Count > 0)
        {
            if (IsProjected)
                _code.If("at > 0", "input = path.Input();");
            _code.Open("switch (at)");
            foreach ((int call, FastValue data, string[] variables) in _calls)
                _code.Line($"case {call}: path.Data = {Builder.Build(data)};{(variables.Length > 0 ? $" path.Variables = [{string.Join(", ", variables)}];" : "")} break;");
            _code.Close();
        }
        _code.Line("return default;");
    }

    // Where the input is read in parts, it is whole only for the frames.
    private void Start()
    {
        var projected = new CodeWriter().Indent().Indent().Indent();
        _projection = _reads.WriteParts(FastNames.Input, projected.Indent(), _locals);
        if (!IsProjected)
        {
            LeaveIfLarge(FastNames.Input);
            ReadParts(FastNames.Input);
        }
        else
        {
            _code.Open("if (path.IsProjected)");
            Leave("!path.IsInputSmall(MostBytes)");
            _code.Append(projected);
            _code.Close().Open("else");
            LeaveIfLarge(FastNames.Input);
            ReadParts(FastNames.Input);
            _code.Close();
        }
        Builder.UsesInput = false;
    }

    private void Declare(CodeWriter code)
    {
        code.Line($"int events = 1{(Flow.States.Any(state => state.IsLoopHead) ? $", fuel = {MostRounds}" : "")}{(_calls.Count > 0 ? ", at = 0" : "")};");
        if (_locals.Used.Count > 0)
            code.Line($"JsonValue {string.Join(", ", _locals.Used.Select(local => local + " = default"))};");
        if (Flow.States.Any(state => state is ChoiceState { QueryLanguage: QueryLanguage.JsonPath } && _data.IsEntered(state)))
            code.Line("string? missing = null;");
        if (_variables.Fields.Count > 0)
            code.Line($"JsonValue {string.Join(", ", _variables.Fields.Select(field => field + " = default"))};");
        if (_evaluates)
            code.Line("Evaluation? evaluation = null;").Line("Fault? fault = null;");
        if (_failures.Counters.Count > 0)
            code.Line($"int {string.Join(", ", _failures.Counters.OrderBy(i => i).Select(i => FastFailures.Counter(i) + " = 0"))};");
        if (Flow.States.Any(state => state is TaskState task && _data.IsEntered(state) && FastFailures.Handles(task)))
            code.Line($"Fault? {FastFailures.Failure};");
        if (_flags.Count > 0)
            code.Line($"bool {string.Join(", ", _flags)};");
    }
}
