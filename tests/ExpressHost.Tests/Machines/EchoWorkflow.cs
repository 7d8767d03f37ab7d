using Compiled;

namespace ExpressHost.Tests.Machines;

[StateMachine("Echo.asl.json", Type = MachineType.Express)]
public sealed partial class EchoWorkflow;
