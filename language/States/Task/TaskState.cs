using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A Task state. FEATURES A8.</summary>
public sealed class TaskState : WorkState
{
    internal TaskState(string name, ObjectNode source)
        : base(name, source)
    {
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Task;

    /// <summary>The Resource as written.</summary>
    public string Resource => Arn.Text;

    /// <summary>The Resource taken apart.</summary>
    public ResourceArn Arn { get; internal set; } = null!;

    /// <summary>What the task is given; null means the input. JSONPath only.</summary>
    public Template? Parameters { get; internal set; }

    /// <summary>What the task is given; null means the input. JSONata only.</summary>
    public Template? Arguments { get; internal set; }

    /// <summary>How long one attempt may last, in seconds: 1 to 99,999,999; null means without limit.</summary>
    public int? TimeoutSeconds { get; internal set; }

    /// <summary>Where the timeout is read from. JSONPath only.</summary>
    public PathExpression? TimeoutSecondsPath { get; internal set; }

    /// <summary>The expression that gives the timeout. JSONata only.</summary>
    public JsonataText? TimeoutSecondsExpression { get; internal set; }

    /// <summary>The longest time between two heartbeats, in seconds: 1 to 99,999,999; null means none are expected.</summary>
    public int? HeartbeatSeconds { get; internal set; }

    /// <summary>Where the heartbeat interval is read from. JSONPath only.</summary>
    public PathExpression? HeartbeatSecondsPath { get; internal set; }

    /// <summary>The expression that gives the heartbeat interval. JSONata only.</summary>
    public JsonataText? HeartbeatSecondsExpression { get; internal set; }

    /// <summary>The Credentials object, whose only member is RoleArn.</summary>
    public Template? Credentials { get; internal set; }
}
