using System;
using Compiled.Generator.Emit.Expressions;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.States;

/// <summary>Wait: for seconds or until a time, written out or read from the data. FEATURES L-250..L-259.</summary>
internal static class WaitEmitter
{
    public static void Emit(FlowEmitter flow, WaitState state)
    {
        CodeWriter code = flow.Code;
        flow.Enter(state);
        code.Label(flow.AttemptOf(state));
        string input = flow.Input(state);
        string start = Start(flow, state, input);
        code.If("fault is not null", "return Fail(fault);");
        code.Open($"if ({start})");
        code.Line("Data = data;").Line($"Position = {FlowEmitter.SignalledPosition(state)};").Line("return Next.Wait;").Close();
        code.Label(flow.NameOf(state) + "_Signalled");
        // What the state gives on is its effective input, taken anew after the wait from the data it was entered with.
        input = flow.Input(state);
        AssignEmitter.Emit(flow, state, "Assign", state.Assign, input, "return Fail(fault);");
        if (input != "data")
            code.Line($"data = {input};");
        flow.Leave(state, built: false);
    }

    /// <summary>Writes what the wait is computed from, and gives the condition that starts it.</summary>
    private static string Start(FlowEmitter flow, WaitState state, string input)
    {
        string local = flow.NameOf(state) + "Until";
        if (state.SecondsPath is { } secondsPath)
        {
            flow.Quote(state, "SecondsPath");
            flow.Code.Line($"fault = PathFields.Seconds({flow.Paths.Emit(secondsPath, input, "Context()")}, {CSharp.Text(secondsPath.Text)}, out long {local});");
            return $"StartWait({local})";
        }
        if (state.TimestampPath is { } timestampPath)
        {
            flow.Quote(state, "TimestampPath");
            flow.Code.Line($"fault = PathFields.Timestamp({flow.Paths.Emit(timestampPath, input, "Context()")}, {CSharp.Text(timestampPath.Text)}, out global::System.DateTimeOffset {local});");
            flow.Code.Line($"fault ??= PathFields.Until({local}, Execution.Now);");
            return $"StartWaitUntil({local})";
        }
        return Literal(flow, state);
    }

    /// <summary>As the start of a wait that is written out.</summary>
    public static string Literal(FlowEmitter flow, WaitState state)
    {
        if (state.Timestamp is { } timestamp)
        {
            string local = flow.NameOf(state) + "Until";
            flow.Quote(state, "Timestamp");
            Timestamps.TryParse(timestamp, out DateTimeOffset instant);
            flow.Code.Line($"var {local} = new global::System.DateTimeOffset({instant.UtcTicks}L, global::System.TimeSpan.Zero);");
            flow.Code.Line($"fault = PathFields.Until({local}, Execution.Now);");
            return $"StartWaitUntil({local})";
        }
        flow.Quote(state, "Seconds");
        return $"StartWait({CSharp.Number(state.Seconds ?? 0)})";
    }
}
