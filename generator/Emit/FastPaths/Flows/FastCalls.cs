using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;
using Compiled.Generator.Emit.Handlers;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths.Flows;

/// <summary>Writes the calls of tasks on a fast path, and what the frames need to go on from each.</summary>
/// <param name="path">The path.</param>
/// <param name="plainCall">How a task is called whose handler is known; null for others.</param>
internal sealed class FastCalls(FastPathWriter path, Func<TaskState, PlainCall?> plainCall)
{
    private readonly List<(FastValue Data, FastValue? Arguments, FastValue? Result, FastValue?[] Variables)> _calls = [];

    private readonly FastArguments _arguments = new(path);

    /// <summary>Whether the pass wrote any that the frames go on from by its number.</summary>
    public bool Any => _calls.Count > 0;

    private FlowVariables Variables => path.Flows.Of(path.Flow).Variables;

    /// <summary>Whether the pass found that a part of the input, which it had copied for one task, is given to another too.</summary>
    public bool HasFoundTaker => _arguments.HasFoundTaker;

    public void BeginPass()
    {
        _calls.Clear();
        _arguments.HasFoundTaker = false;
    }

    /// <summary>Writes the call of a task, and gives its result.</summary>
    public FastValue Write(TaskState state, FastValue arguments, FastValue data)
    {
        path.Note(arguments);
        path.Note(data);
        return path.Typed?.HandlerOf(state) is { } handler ? path.Typed.Call(state, handler, arguments, data) : Call(state, arguments, data);
    }

    /// <summary>A task is about to be called, from which the frames go on where the path is left later.</summary>
    /// <param name="data">The state's data.</param>
    /// <param name="arguments">What the task is given; null where the path is told.</param>
    /// <param name="result">Its result; null likewise.</param>
    public void Enter(FastValue data, FastValue? arguments, FastValue? result)
    {
        _calls.Add((data, arguments, result, path.Known.Values()));
        path.Code.Line($"at = {_calls.Count};");
    }

    /// <summary>Keeps what the variables are when a task is called, for the frames to go on with; those whose values are known are known then too.</summary>
    public void Keep()
    {
        FastValue?[] known = path.Known.Values();
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i] is null)
                path.Code.Line($"{Kept(i)} = {Variables.Fields[i]};");
        }
    }

    /// <summary>Writes what tells the frames where to go on.</summary>
    public void WriteLeaving(bool mayHaveCalled)
    {
        if (Variables.Fields.Count > 0 && mayHaveCalled && !path.Known.IsOn)
            path.Code.If("path.HasCalled", $"path.Variables = [{string.Join(", ", Enumerable.Range(0, Variables.Fields.Count).Select(Kept))}];");
        if (!Any)
            return;
        CodeWriter code = path.Code.Beside();
        path.Builder.BeginLeaving();
        code.Open("switch (at)");
        for (int i = 0; i < _calls.Count; i++)
        {
            (FastValue data, FastValue? arguments, FastValue? result, FastValue?[] variables) = _calls[i];
            string kept = path.Known.IsOn ? $" path.Variables = {path.Builder.Asides.Made([.. variables.Select((value, variable) => (value, value is null ? Kept(variable) : ""))])};" : "";
            code.Line($"case {i + 1}: {path.Typed?.Leave(i + 1, data, arguments, result) ?? $"path.Data = {path.Builder.Asides.Made(data)};"}{kept} break;");
        }
        code.Close();
        path.Input.WriteAgain(path, path.Code, path.Builder.EndLeaving());
        path.Code.Append(code);
    }

    /// <summary>Whether what the task is given is written as text of a borrowed input, so that nothing has to be made for it.</summary>
    public bool AreArgumentsText(TaskState state) => path.Typed is null && _arguments.AreText(MayKeep(plainCall(state)));

    private static bool MayKeep(PlainCall? plain) => plain is not { ReadsArguments: true };

    private FastLocal Call(TaskState state, FastValue arguments, FastValue data)
    {
        string result = path.Locals.Of("result" + state.Index, "result" + state.Index);
        path.Locals.Use(result);
        // Before the call is the last one: what can't be handed out leaves the path.
        PlainCall? plain = plainCall(state);
        string given = _arguments.Write(arguments, MayKeep(plain));
        // In a loop the locals don't tell any more what the data was when the path is left; else it is built only then.
        if (path.Flow.HasLoop)
            path.Code.Line($"path.Data = {path.Builder.Build(data)};");
        else
            Enter(data, null, null);
        Keep();
        path.Code.Line("events += 1 + FastPath.EventsOfCall;");
        path.Code.Line($"path.Begin({state.Index}, {FlowEmitter.SignalledPosition(state)}, in {given}, {state.TimeoutSeconds ?? 0}, events);");
        string reply = plain is null ? "path.Perform(MostBytes)" : $"workflow.{plain.Method}(ref path, {given}, MostBytes)";
        path.Failures.Attempt(state, $"({result} = {reply}).IsMissing");
        path.Code.Line("events++;");
        path.ReadParts(result);
        return new FastLocal(result, isPresent: true);
    }

    // What a variable was when the last task was called.
    private string Kept(int variable)
    {
        string name = path.Locals.Of("kept " + variable, "kept" + variable);
        path.Locals.Use(name);
        return name;
    }
}
