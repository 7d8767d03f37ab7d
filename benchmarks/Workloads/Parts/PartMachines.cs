namespace Compiled.Benchmarks.Parts;

/// <summary>A path.</summary>
[StateMachine("Path.asl.json")]
internal sealed partial class PathMachine;

/// <summary>A choice.</summary>
[StateMachine("Choice.asl.json")]
internal sealed partial class ChoiceMachine;

/// <summary>A payload template.</summary>
[StateMachine("Template.asl.json")]
internal sealed partial class TemplateMachine;

/// <summary>Intrinsic functions.</summary>
[StateMachine("Intrinsics.asl.json")]
internal sealed partial class IntrinsicsMachine;
