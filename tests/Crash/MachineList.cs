using Compiled;

namespace Crash;

/// <summary>The machines that run while the process is killed.</summary>
internal static class MachineList
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All().Select(static machine => machine.Machine.Name)];

    /// <summary>Makes them; their tasks go to the host's handlers.</summary>
    public static Workflow[] All() => [new Steps(), new Branches(), new Approval(), new Caught()];
}
