using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>A state of a script: what an emitted frame would have in code, as data.</summary>
internal sealed record ScriptState(string Name, StateType Type)
{
    public string? Next { get; init; }

    public string Resource { get; init; } = "";

    public long Timeout { get; init; }

    public long Heartbeat { get; init; }

    public JsonValue Credentials { get; init; }

    public ScriptRetrier[] Retry { get; init; } = [];

    public ScriptCatcher[] Catch { get; init; } = [];

    public double Seconds { get; init; }

    public DateTimeOffset? Until { get; init; }

    public JsonValue Result { get; init; }

    public JsonValue Assign { get; init; }

    public string? Error { get; init; }

    public string? Cause { get; init; }

    public Fault? Raises { get; init; }

    public bool PassesContext { get; init; }

    public ScriptState[][] Flows { get; init; } = [];

    public int MaxConcurrency { get; init; }

    public Func<JsonValue, int, Fault?>? ItemFault { get; init; }

    public int Loop { get; init; }
}

internal sealed record ScriptRetrier(string Error, int Interval = 1, int Attempts = 3, double Backoff = 2, int MaxDelay = 0, bool Jitter = false);

internal sealed record ScriptCatcher(string Error, string Next);
