using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Expressions;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Data;

/// <summary>
/// Writes what a flow does with objects that stay in locals: <c>data_name</c> holds a member, <c>kept</c> tells which object the data is
/// where that may differ, and 0 there is an object in <c>data</c>. With a history <c>data</c> is whole besides, since events show it.
/// </summary>
internal sealed class DataEmitter
{
    private readonly FlowEmitter _flow;
    private readonly DataPlan _plan;
    private readonly Dictionary<string, string> _locals = new();
    private State? _state;

    public DataEmitter(FlowEmitter flow, DataPlan plan)
    {
        _flow = flow;
        _plan = plan;
        var identifiers = new Identifiers();
        foreach (string name in plan.Names)
            _locals.Add(name, identifiers.Plain("data_" + name));
    }

    /// <summary>Whether the state that is being written has its data in locals.</summary>
    public bool IsApart => _state is not null;

    /// <summary>The C# expression of the data as one value.</summary>
    public string Whole => _state is null ? "data" : WholeOf(_state);

    public void Declare()
    {
        if (_locals.Count == 0)
            return;
        _flow.Code.Line($"JsonValue {string.Join(", ", _locals.Values.Select(local => local + " = default"))};");
        if (_plan.HasMeeting)
            _flow.Code.Line("int kept = 0;");
    }

    /// <summary>Writes the labels at which a state is entered; from here on paths read the locals, if the data is in them.</summary>
    public void Begin(State state)
    {
        string label = _flow.NameOf(state);
        _flow.Code.Label(label);
        _state = _plan.IsApart(state) ? state : null;
        _flow.Paths.Members = _state is null ? null : _locals;
        if (_state is null || !_plan.IsWhole(state))
            return;
        foreach (string name in _plan.Live(state))
            TakeOut(name);
        if (_plan.HasMeeting)
            _flow.Code.Line("kept = 0;");
        _flow.Code.Label(label + "_Apart");
    }

    /// <summary>Writes the case of a redrive that enters a state with whole data, also where it is entered otherwise only with members in locals.</summary>
    public void Reenter(State state)
    {
        _flow.Code.Line($"case {FlowEmitter.EntryPosition(state)}:").Indent();
        if (!_plan.IsWhole(state))
        {
            // Where more than one object arrives what is to be built again is decided by kept, which is 0: the data is whole.
            IReadOnlyList<KeptObject> arriving = _plan.Arriving(state);
            foreach (string name in arriving.Count == 1 ? arriving[0].Names : _plan.Live(state))
                TakeOut(name);
            if (arriving.Count == 1 && _plan.HasMeeting)
                _flow.Code.Line($"kept = {arriving[0].Number};");
        }
        _flow.Code.Line($"goto {_flow.NameOf(state)};").Outdent();
    }

    public void End()
    {
        _state = null;
        _flow.Paths.Members = null;
    }

    /// <summary>
    /// Makes the state's output in locals, where the plan says so, and leaves the state; false where the output has to be built as ever.
    /// </summary>
    public bool TryMake(PassState state, string input)
    {
        if (_plan.Made(state) is not { } made)
            return false;
        CodeWriter code = _flow.Code;
        code.Open();
        if (DataPlan.SingleName(state.ResultPath) is { } name)
            Merge(state, name);
        else
        {
            _flow.Quote(state, "Parameters");
            Assign(_flow.Templates.Members(code, (ObjectTemplate)state.Parameters!, input, "return Fail(fault);"));
        }
        code.Close();
        State? next = state.Next is { } following && _plan.IsApart(following) ? following : null;
        if (next is null)
        {
            code.Line($"data = {Build(made)};").If("!Exit(data)", "return Next.Fail;");
            End();
            _flow.GoOn(state.Next);
            return true;
        }
        if (_plan.HasMeeting)
            code.Line($"kept = {made.Number};");
        foreach (string absent in _plan.Live(next).Except(made.Names))
            code.Line($"{_locals[absent]} = default;");
        code.If("THistory.IsOn", $"data = {Build(made)};");
        string parts = string.Join(" + ", made.Names.Select(member => _locals[member] + ".MostBytes"));
        code.If($"!IsWithinLimit({made.Names.Sum(Length) + 2} + {parts}) && !Fits({Build(made)})", "return Next.Fail;");
        code.Line("Leave(data);");
        code.Line($"goto {LabelOf(next)};");
        return true;
    }

    /// <summary>Goes on to a state, or ends the flow, with the data that the state was given.</summary>
    public void PassOn(State? next)
    {
        if (_state is not null && _plan.PassesOn(_state))
        {
            if (next is not null && _plan.IsApart(next))
            {
                _flow.Code.Line($"goto {LabelOf(next)};");
                return;
            }
            _flow.Code.Line($"data = {Whole};");
        }
        if (next is null)
            _flow.Finish();
        else
            _flow.Code.Line($"goto {_flow.NameOf(next)};");
    }

    /// <summary>Writes the methods that build the objects, below <c>Advance</c>.</summary>
    public void Builders()
    {
        foreach (KeptObject kept in _plan.Objects)
        {
            string parameters = string.Join(", ", kept.Names.Select(name => $"JsonValue {_locals[name]}"));
            string members = string.Join(", ", kept.Names.Select(name => $"new({_flow.Tables.Keys.Of(name)}, {_locals[name]})"));
            _flow.Code.Line().Line($"private static JsonValue {kept.Method}({parameters}) => JsonValue.ObjectOf([{members}]);");
        }
    }

    private void Merge(PassState state, string name)
    {
        string value;
        if (state.Result is { } literal)
        {
            if (state.Parameters is { } unused)
            {
                _flow.Quote(state, "Parameters");
                _flow.Templates.Value(_flow.Code, unused, "data", "return Fail(fault);");
            }
            _flow.Quote(state, "Result");
            value = _flow.Tables.Literals.Of(literal.ToCompactJson());
        }
        else
        {
            _flow.Quote(state, "Parameters");
            value = _flow.Templates.Value(_flow.Code, state.Parameters!, "data", "return Fail(fault);");
        }
        _flow.Quote(state, "ResultPath");
        Assign([(name, value)]);
    }

    // What is computed from a member may stand behind another that takes its place, so it is put aside first.
    private void Assign(IReadOnlyList<(string Name, string Value)> members)
    {
        var changed = members.Where(member => member.Value != _locals[member.Name]).ToList();
        for (int i = 0; i < changed.Count && changed.Count > 1; i++)
        {
            if (!changed[i].Value.Contains("data"))
                continue;
            _flow.Code.Line($"JsonValue m{i + 1} = {changed[i].Value};");
            changed[i] = (changed[i].Name, $"m{i + 1}");
        }
        foreach ((string name, string value) in changed)
            _flow.Code.Line($"{_locals[name]} = {value};");
    }

    private void TakeOut(string name) =>
        _flow.Code.Line($"{_locals[name]} = data[{_flow.Tables.Keys.Of(name)}]{(_plan.IsCounted(name) ? ".WithNumberRead()" : "")};");

    private string LabelOf(State next) => _flow.NameOf(next) + (_plan.IsWhole(next) ? "_Apart" : "");

    private string Build(KeptObject kept) => $"{kept.Method}({string.Join(", ", kept.Names.Select(name => _locals[name]))})";

    private string WholeOf(State state)
    {
        IReadOnlyList<KeptObject> arriving = _plan.Arriving(state);
        if (arriving.Count == 1)
            return _plan.IsWhole(state) ? $"kept == 0 ? data : {Build(arriving[0])}" : Build(arriving[0]);
        string cases = string.Join(", ", arriving.Select(kept => $"{kept.Number} => {Build(kept)}"));
        return $"kept switch {{ {cases}, _ => data }}";
    }

    // The name in quotes, a colon and a comma; a character that needs an escape may take six bytes.
    private static int Length(string name) => (name.All(c => c is >= ' ' and < '\u007f' and not ('"' or '\\')) ? name.Length : 6 * name.Length) + 4;
}
