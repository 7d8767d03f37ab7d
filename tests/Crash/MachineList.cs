using Compiled;
using Compiled.Tasks;

namespace Crash;

/// <summary>The machines that run while the process is killed.</summary>
internal static class MachineList
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All().Select(static machine => machine.Machine.Name)];

    /// <summary>Makes them; their tasks go to these handlers.</summary>
    public static Workflow[] All(TaskHandlerRegistry? handlers = null)
    {
        handlers ??= new TaskHandlerRegistry();
        return [new Steps(handlers), new Branches(handlers), new Approval(handlers), new Caught(handlers), new Parent(handlers), new Each(handlers), new Late(handlers)];
    }
}
