using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.Handlers;

/// <summary>A task that the class itself does, or hands to the object that serves its tasks.</summary>
/// <param name="Task">The task.</param>
/// <param name="Call">The C# call of who does it, with <c>arguments</c>, <c>context</c> and <c>cancellationToken</c>.</param>
/// <param name="Method">The user's method; null where the object of <c>ITasks</c> does it, and handlers by resource where there is no such object.</param>
internal sealed record ServedTask(TaskState Task, string Call, HandlerMethod? Method)
{
    /// <summary>The C# condition under which handlers by resource do it; null for never.</summary>
    public string? ByResourceIf => Method is null ? "_tasks is null" : null;
}
