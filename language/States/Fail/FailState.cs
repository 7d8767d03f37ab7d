using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A Fail state; at most one form of the error and one of the cause is set. FEATURES L-261 to L-265.</summary>
public sealed class FailState : State
{
    internal FailState(string name, ObjectNode source)
        : base(name, source)
    {
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Fail;

    /// <summary>The error name as written.</summary>
    public string? Error { get; internal set; }

    /// <summary>A path, or an intrinsic call that gives text: a <see cref="PathTemplate"/> or <see cref="IntrinsicTemplate"/>. JSONPath only.</summary>
    public Template? ErrorPath { get; internal set; }

    /// <summary>The expression that gives the error name. JSONata only.</summary>
    public JsonataText? ErrorExpression { get; internal set; }

    /// <summary>The cause as written.</summary>
    public string? Cause { get; internal set; }

    /// <summary>As <see cref="ErrorPath"/>, for the cause.</summary>
    public Template? CausePath { get; internal set; }

    /// <summary>The expression that gives the cause. JSONata only.</summary>
    public JsonataText? CauseExpression { get; internal set; }
}
