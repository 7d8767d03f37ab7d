using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A Wait state; exactly one of its times is set. FEATURES A11.</summary>
public sealed class WaitState : State
{
    internal WaitState(string name, ObjectNode source)
        : base(name, source)
    {
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Wait;

    /// <summary>How long to wait, in seconds: 0 to 99,999,999.</summary>
    public long? Seconds { get; internal set; }

    /// <summary>Where the number of seconds is read from. JSONPath only.</summary>
    public PathExpression? SecondsPath { get; internal set; }

    /// <summary>The expression that gives the number of seconds. JSONata only.</summary>
    public JsonataText? SecondsExpression { get; internal set; }

    /// <summary>The instant to wait for, as written: date, <c>T</c>, time and offset.</summary>
    public string? Timestamp { get; internal set; }

    /// <summary>Where the instant is read from. JSONPath only.</summary>
    public PathExpression? TimestampPath { get; internal set; }

    /// <summary>The expression that gives the instant. JSONata only.</summary>
    public JsonataText? TimestampExpression { get; internal set; }
}
