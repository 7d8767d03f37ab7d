namespace Compiled.Execution;

/// <summary>Who an execution was that ran without anybody asking: its name and ARN come of its options.</summary>
internal sealed class NamedRun(MachineInfo machine, ExecutionOptions options) : ExecutionRun(machine, default, 0, options);
