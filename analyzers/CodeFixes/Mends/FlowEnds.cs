using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.CodeFixes;

/// <summary>Whether an edit would leave a flow without an end.</summary>
internal static class FlowEnds
{
    /// <summary>How many flows of a definition no state ends.</summary>
    public static int Missing(string text) => MachineBinder.Bind(text, MachineType.Standard).Faults.Count(fault => fault.Id == FlowFaults.MissingTerminal.Id);
}
