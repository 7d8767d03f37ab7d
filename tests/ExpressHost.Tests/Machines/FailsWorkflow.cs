using Compiled;

namespace ExpressHost.Tests.Machines;

[StateMachine("Fails.asl.json", Type = MachineType.Express)]
public sealed partial class FailsWorkflow;
