namespace Compiled.Language.Binding;

/// <summary>What a Task's Resource names.</summary>
public enum ResourceKind
{
    /// <summary>A Lambda function by its ARN.</summary>
    Lambda,

    /// <summary>An activity, for which workers poll.</summary>
    Activity,

    /// <summary>A service integration: <c>arn:aws:states:::service:action</c>.</summary>
    Integration,

    /// <summary>A placeholder that may stand for any of these.</summary>
    Other,
}
