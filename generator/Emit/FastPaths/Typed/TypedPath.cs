using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>What is written otherwise where a fast path is a typed lane: its ends, its calls, and how it is left.</summary>
internal sealed class TypedPath(FastPathWriter path, TypedLane lane, TypedRoots roots)
{
    private readonly TypedMaker _maker = new(path, lane);
    private readonly TypedLeaving _leaving = new();

    public string Head(string workflow) =>
        $"public static bool Run({workflow} workflow, scoped ref FastPath path, {InputType} input, out {(lane.Output is { } type ? ContractEmitter.Nullable(type) : "JsonValue")} output)";

    public void BeginPass() => _leaving.Clear();

    /// <summary>Writes the start: what is unusual, or too large, goes through JSON. Gives the input.</summary>
    public FastTyped Start()
    {
        path.Leave($"{lane.Objects.MostBytes(lane.Input, FastNames.Input)} > MostBytes");
        FastTyped input = roots.Of(FastNames.Input, lane.Input);
        input.Node.WriteParts(path.Code, path.Locals);
        return input;
    }

    /// <summary>Declares the locals of C# types.</summary>
    public void Declare(CodeWriter code)
    {
        foreach (KeyValuePair<string, string> local in path.Locals.Typed)
            code.Line($"{local.Value} {local.Key} = default;");
    }

    /// <summary>The handler of a task that takes and gives C# objects; null for others.</summary>
    public HandlerMethod? HandlerOf(TaskState state) => lane.Calls.Of(state);

    /// <summary>Writes the call of such a handler, and gives its result.</summary>
    public FastValue Call(TaskState state, HandlerMethod handler, FastValue arguments, FastValue data)
    {
        // What the frames do with arguments that don't fit, they do from the task before.
        string? argument = handler.PlainInput is { } input ? _maker.Argument(input, arguments, isRepeated: state.Retry.Count > 0) : null;
        string local = path.Locals.Of($"result{state.Index} typed", "result" + state.Index);
        FastTyped? result = handler.PlainResult is { } type ? roots.Of(local, type, isOwned: true) : null;
        FastValue reply = (FastValue?)result ?? new FastConstant("JsonValue.Null", "null");
        if (path.Flow.HasLoop)
            path.Code.Line($"path.Called({path.Builder.Build(data)}, {path.Builder.Build(arguments)});");
        else
            path.Calls.Enter(data, arguments, reply);
        path.Calls.Keep();
        path.Code.Line("events += 1 + FastPath.EventsOfCall;");
        path.Code.Line($"path.Begin({state.Index}, {FlowEmitter.SignalledPosition(state)}, {state.TimeoutSeconds ?? 0}, events);");
        string call = $"workflow.{lane.Calls.NameOf(handler)}(ref path{(argument is null ? "" : ", " + argument)}, MostBytes{(result is null ? "" : $", out {local}")})";
        path.Failures.Attempt(state, $"!{call}");
        path.Code.Line("events++;");
        if (path.Flow.HasLoop)
            path.Code.Line($"path.Replied({path.Builder.Build(reply)});");
        result?.Node.WriteParts(path.Code, path.Locals);
        return reply;
    }

    /// <summary>A local of a plain type, which has a value once the state goes on.</summary>
    public FastTyped New(PlainType type) => roots.Of(path.Locals.NewTyped(ContractEmitter.Nullable(type)), type);

    /// <summary>Puts a value of a plain type into a local of its own.</summary>
    public FastTyped Take(PlainType type, string value)
    {
        FastTyped taken = New(type);
        path.Code.Line($"{taken.Code} = {value};");
        return taken;
    }

    /// <summary>Writes the end of the flow.</summary>
    public void End(FastValue value) =>
        path.Code.Line($"output = {(lane.Output is { } type ? _maker.Output(type, value) : path.Builder.Build(value))};").Line("return true;");

    /// <summary>Puts what is done to leave from after a call into a method; gives the statement that calls it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="data">The data of its state.</param>
    /// <param name="arguments">What it was given, and its result; null where the path knows them.</param>
    /// <param name="result">The result, likewise.</param>
    public string Leave(int call, FastValue data, FastValue? arguments, FastValue? result)
    {
        Dictionary<string, string> types = path.Locals.Typed.ToDictionary(local => local.Key, local => local.Value);
        foreach (string local in path.Locals.Used.Concat(path.Flows.Variables))
            types[local] = "JsonValue";
        foreach (string local in path.Locals.Integers)
            types[local] = "long";
        types[FastNames.Input] = InputType;
        string statement = arguments is null ? $"path.Data = {path.Builder.Build(data)};"
            : $"path.Called({path.Builder.Build(data)}, {path.Builder.Build(arguments)}, {path.Builder.Build(result!)});";
        return _leaving.Add(call, statement, types);
    }

    /// <summary>Writes what every way out of the path ends with.</summary>
    public void Leave(bool mayHaveCalled)
    {
        if (mayHaveCalled)
            path.Code.If("path.HasCalled", $"path.Whole({path.Builder.Written(lane.Input, FastNames.Input)});");
        path.Code.Line("output = default;").Line("return false;");
    }

    public void WriteLeaving(CodeWriter code) => _leaving.Write(code);

    private string InputType => ContractEmitter.Nullable(lane.Input);
}
