using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Who an execution is that runs, or ran, without frames: what its options say, for a handler or for whoever has its result.</summary>
internal sealed class NamedRun(MachineInfo machine, TimeProvider clock, IOwnOptions options) : ExecutionRun(machine, default, 0, clock, options)
{
    /// <summary>Tells the input, which nobody asks for before there are frames.</summary>
    public void Tell(in JsonValue input) => Input = input;
}
