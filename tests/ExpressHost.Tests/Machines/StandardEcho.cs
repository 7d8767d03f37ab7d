using Compiled;

namespace ExpressHost.Tests.Machines;

[StateMachine("Echo.asl.json", Name = "StandardEcho")]
public sealed partial class StandardEcho;
