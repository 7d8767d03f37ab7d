using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Who an execution is that runs, or ran, without frames: what its options say, for a handler or for whoever has its result.</summary>
internal sealed class NamedRun(MachineInfo machine, in JsonValue input, ExecutionOptions options) : ExecutionRun(machine, in input, 0, options);
