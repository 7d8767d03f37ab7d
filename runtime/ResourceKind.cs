namespace Compiled;

/// <summary>What a Task's <c>Resource</c> names, which decides the events that its history shows.</summary>
public enum ResourceKind : byte
{
    /// <summary>The state is no Task.</summary>
    None,

    /// <summary>A function's own ARN: <c>LambdaFunction...</c> events.</summary>
    Lambda,

    /// <summary>A service integration, <c>arn:aws:states:::service:action</c>: <c>Task...</c> events.</summary>
    Integration,

    /// <summary>An activity, whose workers ask for work: <c>Activity...</c> events.</summary>
    Activity,

    /// <summary>A name of the user's own, or a placeholder that deployment fills in: <c>Task...</c> events.</summary>
    Other,
}
