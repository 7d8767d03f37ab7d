using Compiled.Values;

namespace Compiled.Outside;

/// <summary>A handler that says which tasks it takes, so that several can stand in a row.</summary>
public interface IOutsideHandler : ITaskHandler
{
    /// <summary>Whether a task is this handler's; must give the same answer whenever it is asked for one attempt.</summary>
    /// <param name="input">The task's effective input.</param>
    /// <param name="context">The attempt.</param>
    bool Handles(JsonValue input, TaskContext context);
}
