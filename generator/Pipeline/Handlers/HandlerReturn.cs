namespace Compiled.Generator.Pipeline;

/// <summary>How a handler gives its result.</summary>
public enum HandlerReturn
{
    /// <summary>It gives none.</summary>
    Void,

    /// <summary>At once.</summary>
    Value,

    /// <summary><c>Task</c>: later, none.</summary>
    Task,

    /// <summary><c>Task&lt;T&gt;</c>.</summary>
    TaskOfValue,

    /// <summary><c>ValueTask</c>: later, none.</summary>
    ValueTask,

    /// <summary><c>ValueTask&lt;T&gt;</c>.</summary>
    ValueTaskOfValue,
}
