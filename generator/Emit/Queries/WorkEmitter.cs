using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Queries;

/// <summary>Task, Parallel and Map in JSONata: what they are given, their result, Retry and Catch. FEATURES A4, A8, A13, A14.</summary>
internal sealed class WorkEmitter
{
    private readonly FlowEmitter _flow;
    private readonly WorkState _state;
    private readonly FailureEmitter _failures;
    private readonly QueryEmitter _queries;

    public WorkEmitter(FlowEmitter flow, WorkState state)
    {
        (_flow, _state) = (flow, state);
        _failures = new FailureEmitter(flow, state);
        _queries = new QueryEmitter(flow, state);
    }

    private CodeWriter Code => _flow.Code;

    // A failed expression is recorded before a retrier or catcher is looked for.
    private string[] OnFault => ["fault = EvaluationFailed(fault);", _failures.Raise];

    public void Emit()
    {
        _flow.EnterWork(_state);
        _failures.BeginAttempts();
        if (_state is MapState { IsDistributed: true } map)
            MapRun(map);
        else
            Start();
        Result();
    }

    private void Start()
    {
        string? start = _state switch
        {
            TaskState task => Task(task),
            ParallelState parallel => Parallel(parallel),
            _ => Map((MapState)_state),
        };
        if (start is null)
            return;
        Code.Line("Data = data;").Line($"Position = {FlowEmitter.SignalledPosition(_state)};");
        Code.Line($"return {start};");
    }

    private string Task(TaskState task)
    {
        string arguments = Given(task.Arguments);
        _flow.Inspection.Saw("AfterArguments", arguments);
        string timeout = Seconds("TimeoutSeconds", task.TimeoutSeconds, task.TimeoutSecondsExpression);
        string heartbeat = Seconds("HeartbeatSeconds", task.HeartbeatSeconds, task.HeartbeatSecondsExpression);
        string credentials = task.Credentials is null ? "default" : Evaluated("Credentials", task.Credentials, "TakeString");
        return $"Call({task.Index}, {arguments}, {timeout}, {heartbeat}, {credentials})";
    }

    // Null where the branches have run in place.
    private string? Parallel(ParallelState parallel)
    {
        string input = Given(parallel.Arguments);
        return _flow.InPlace.TryRun(parallel, input) ? null : _flow.Inspection.Start($"StartParallel({parallel.Index}, {parallel.Branches.Count}, {input})");
    }

    private string? Map(MapState map)
    {
        string concurrency = Concurrency(map), items = Items(map);
        if (_flow.InPlace.TryRun(map, "data", items))
            return null;
        Code.Line("Input = data;");
        _flow.Inspection.Concurrency(concurrency);
        return _flow.Inspection.Start($"StartMap({map.Index}, {items}, {concurrency})");
    }

    private void MapRun(MapState map)
    {
        string concurrency = Concurrency(map), items = Items(map);
        Code.Line("Input = data;").Line("Data = data;").Line($"Position = {FlowEmitter.SignalledPosition(map)};");
        new MapRunQueries(_flow, map, OnFault).Emit(items, concurrency);
    }

    private string Concurrency(MapState map) => map.MaxConcurrencyExpression is { } expression
        ? "(int)" + Whole("MaxConcurrency", expression, 0, int.MaxValue)
        : CSharp.Number(map.MaxConcurrency ?? 0);

    private string Items(MapState map)
    {
        // L-311: a reader wins over what the state is given.
        if (map.IsDistributed && map.Reader is not null)
            return "default";
        if (map.Items is { } template)
        {
            string items = Evaluated("Items", template, template is not JsonataTemplate ? "Take" : map.IsDistributed ? "TakeItems" : "TakeArray", "result");
            _flow.Inspection.Saw("Items", items);
            return items;
        }
        string isOther = map.IsDistributed ? "!data.IsArray && !data.IsObject" : "!data.IsArray";
        Code.If(isOther, ["fault = Faults.MapInputNotArray(data);", .. OnFault]);
        _flow.Inspection.Saw("Items", "data");
        return "data";
    }

    /// <summary>The call that makes one iteration's input. FEATURES L-284.</summary>
    public static string Selector(FlowEmitter flow, MapState map, string input, string item, string index)
    {
        var queries = new QueryEmitter(flow, map);
        Template selector = map.ItemSelector!;
        if (QueryEmitter.IsConstant(selector))
            return queries.Constant(selector);
        string method = queries.Method(
            "ItemSelector", "JsonValue", "JsonValue input, JsonValue item, int index, ", [selector], new QueryScope("input", Context: "Context(item, index)"),
            body => body.Code.Line($"return {body.Value(selector, "ItemSelector")};"));
        return $"{method}({input}, {item}, {index}, ref fault)";
    }

    // What the work is given: Arguments, or the input.
    private string Given(Template? arguments) => arguments is null ? "data" : Evaluated("Arguments", arguments, "Take", "result");

    /// <summary>Evaluates a field into a local: its own, or one that is shared.</summary>
    private string Evaluated(string field, Template template, string take, string? target = null)
    {
        _flow.Quote(_state, field);
        if (QueryEmitter.IsConstant(template) && take is not ("TakeArray" or "TakeItems"))
            return _queries.Constant(template);
        string method = _queries.Method(field, "JsonValue", "JsonValue input, ", [template], new QueryScope("input"), body =>
            body.Code.Line($"return {body.Value(template, field, take)};"));
        string local = target ?? _flow.NameOf(_state) + field;
        Code.Line($"{(target is null ? "JsonValue " : "")}{local} = {method}(data, ref fault);");
        Code.If("fault is not null", OnFault);
        return local;
    }

    private string Seconds(string field, int? seconds, JsonataText? expression) =>
        expression is null ? CSharp.Number(seconds ?? 0) : Whole(field, expression, 1, 99_999_999);

    private string Whole(string field, JsonataText expression, long least, long most)
    {
        _flow.Quote(_state, field);
        string method = _queries.Method(field, "long", "JsonValue input, ", [expression], new QueryScope("input"), body =>
            body.Code.Line($"return {body.Value(expression, field, "TakeWhole", "long", $"{CSharp.Number(least)}, {CSharp.Number(most)}, ")};"));
        string local = _flow.NameOf(_state) + field;
        Code.Line($"long {local} = {method}(data, ref fault);");
        Code.If("fault is not null", OnFault);
        return local;
    }

    private void Result()
    {
        _flow.Resume(_state, _failures.Retries);
        Code.Line("fault = result.AsFault;");
        // An ItemSelector is evaluated while the items run, so that its fault comes as their end.
        if (_state is MapState { ItemSelector: not null })
            Code.If("fault is not null", OnFault);
        else
            Code.If("fault is not null", _failures.Raise);
        if (_state is TaskState)
            _flow.Inspection.Saw("Result", "result");
        // A result is no larger than its task may make it; what branches and items gave adds up.
        bool built = ExitEmitter.Emit(_flow, _state, "Exit", _state.Assign, _state.Output, "result", isError: false, OnFault);
        _flow.Leave(_state, built || _state is not TaskState);
        _failures.Emit();
    }
}
