namespace Compiled.Durable;

/// <summary>The execution can't be redriven, for AWS's reason. FEATURES .</summary>
public sealed class ExecutionNotRedrivableException(string reason) : Exception(reason);
