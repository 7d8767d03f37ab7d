using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths.Flows;

/// <summary>
/// Retry and Catch on a fast path: what a task's failure leads to. A delay is waited there on a clock that goes on by itself; for any other, and for an
/// error that nobody takes, the frames go on with the failure and with how often was retried.
/// </summary>
internal sealed class FastFailures(FastPathWriter path)
{
    /// <summary>The local with the failure.</summary>
    public const string Failure = "failure";

    private readonly HashSet<int> _counters = [];

    /// <summary>The retriers that any state of the path counts.</summary>
    public IReadOnlyCollection<int> Counters => _counters;

    /// <summary>The local that counts a retrier's attempts.</summary>
    public static string Counter(int retrier) => "retry" + CSharp.Number(retrier);

    /// <summary>Whether a failure of the state's task leads to anything but the frames.</summary>
    public static bool Handles(TaskState state) => FailureEmitter.Counters(state).Any() || state.Catch.Any(catcher => ErrorNames.Matches(catcher.ErrorEquals) is not null);

    /// <summary>Writes an attempt, with the C# condition under which it failed, or gave no reply that the path can take.</summary>
    public void Attempt(TaskState state, string hasFailed)
    {
        BeginAttempts(state);
        path.Code.If(hasFailed, Handles(state) ? $"goto {path.LabelOf(state)}_Failed;" : "goto leave;");
    }

    /// <summary>Writes what a failure leads to; each catcher that the path can do by <paramref name="enter"/>, with its number.</summary>
    public void Write(TaskState state, Func<Catcher, bool> canCatch, Action<Catcher, int> enter)
    {
        if (!Handles(state))
            return;
        CodeWriter code = path.Code;
        code.Label(path.LabelOf(state) + "_Failed");
        code.Line($"{Failure} = path.Failure;");
        // States.Runtime can be neither retried nor caught, not even by its own name.
        path.Leave($"{Failure} is null || {Failure}.Error is \"States.Runtime\"");
        Retry(state, code);
        for (int i = 0; i < state.Catch.Count; i++)
        {
            Catcher catcher = state.Catch[i];
            if (ErrorNames.Matches(catcher.ErrorEquals, Failure) is not { } matches)
                continue;
            code.Comment($"\"Catch\"[{i}]: {catcher.Source.ToCompactJson()}");
            code.Open(matches == "true" ? null : $"if ({matches})");
            if (canCatch(catcher))
                enter(catcher, i);
            else
                path.GiveUp();
            code.Close();
            if (matches == "true")
                return;
        }
        path.GiveUp();
    }

    // Sets the retriers' counters back and marks where an attempt starts.
    private void BeginAttempts(TaskState state)
    {
        int[] counters = [.. FailureEmitter.Counters(state)];
        if (counters.Length == 0)
            return;
        _counters.UnionWith(counters);
        path.Code.Line($"{string.Join(" = ", counters.Select(Counter))} = 0;");
        path.Code.Label(path.LabelOf(state) + "_Attempt");
    }

    private void Retry(TaskState state, CodeWriter code)
    {
        string head = "if";
        for (int i = 0; i < state.Retry.Count; i++)
        {
            Retrier retrier = state.Retry[i];
            if (ErrorNames.Matches(retrier.ErrorEquals, Failure) is not { } matches)
                continue;
            code.Comment($"\"Retry\"[{i}]: {retrier.Source.ToCompactJson()}");
            code.Open($"{head} ({matches})");
            if (retrier.MaxAttempts > 0)
            {
                code.Open($"if ({Counter(i)} < {retrier.MaxAttempts})");
                path.Leave($"!path.TryRetry({Counter(i)}, {retrier.IntervalSeconds}, {CSharp.Number(retrier.BackoffRate)}, {retrier.MaxDelaySeconds ?? 0}, {CSharp.Bool(retrier.FullJitter)})");
                code.Line($"{Counter(i)}++;").Line("events = path.Events;").Line($"goto {path.LabelOf(state)}_Attempt;");
                code.Close();
            }
            code.Close();
            head = "else if";
        }
    }
}
