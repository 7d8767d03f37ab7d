namespace Compiled.Benchmarks;

/// <summary>W1. Written out, as each machine here whose definition has another class too.</summary>
[StateMachine("W1Hello.asl.json")]
internal sealed partial class W1Hello;

/// <summary>W4.</summary>
[StateMachine("W4Map.asl.json")]
internal sealed partial class W4Map;

/// <summary>W4b.</summary>
[StateMachine("W4bParallel.asl.json")]
internal sealed partial class W4bParallel;

/// <summary>W5.</summary>
[StateMachine("W5Loop.asl.json")]
internal sealed partial class W5Loop;
