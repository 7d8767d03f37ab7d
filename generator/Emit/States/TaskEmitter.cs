using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.States;

/// <summary>Task: Parameters, the call, ResultSelector, ResultPath; Retry and Catch decided in place. FEATURES L-200..L-215.</summary>
internal static class TaskEmitter
{
    public static void Emit(FlowEmitter flow, TaskState state)
    {
        CodeWriter code = flow.Code;
        var failures = new FailureEmitter(flow, state);
        flow.EnterWork(state);
        failures.BeginAttempts();
        string arguments = flow.Input(state);
        if (state.Parameters is { } parameters)
        {
            flow.Evaluate(state, "Parameters", parameters, "result", arguments, failures.Raise);
            arguments = "result";
        }
        flow.Inspection.Saw("AfterParameters", arguments);
        string input = state.InputPath.IsDefault ? "data" : "input";
        string timeout = Limit(flow, state, "TimeoutSeconds", state.TimeoutSeconds, state.TimeoutSecondsPath, input);
        string heartbeat = Limit(flow, state, "HeartbeatSeconds", state.HeartbeatSeconds, state.HeartbeatSecondsPath, input);
        string credentials = "default";
        if (state.Credentials is { } template)
        {
            code.Line("JsonValue " + Local(flow, state, "Credentials") + ";");
            flow.Evaluate(state, "Credentials", template, Local(flow, state, "Credentials"), input, failures.Raise);
            credentials = Local(flow, state, "Credentials");
        }
        code.Line("Data = data;").Line($"Position = {FlowEmitter.SignalledPosition(state)};");
        code.Line($"return Call({state.Index}, {arguments}, {timeout}, {heartbeat}, {credentials});");
        WorkResult.Emit(flow, state, failures);
    }

    private static string Limit(FlowEmitter flow, TaskState state, string field, int? seconds, PathExpression? path, string input)
    {
        if (path is null)
            return CSharp.Number(seconds ?? 0);
        flow.Quote(state, field + "Path");
        string local = Local(flow, state, field);
        flow.Code.Line($"fault = PathFields.{field}({flow.Paths.Emit(path, input, "Context()")}, {CSharp.Text(path.Text)}, {input}, out long {local});");
        flow.Code.If("fault is not null", "return Fail(fault);");
        return local;
    }

    /// <summary>A local of one state: jumps between states share one scope, so its name carries the state's.</summary>
    private static string Local(FlowEmitter flow, TaskState state, string field) => $"{flow.NameOf(state)}{field}";
}
