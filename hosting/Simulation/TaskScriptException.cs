namespace Compiled.Simulation;

/// <summary>A tasks file is not in its format. The message names the resource and the member.</summary>
public sealed class TaskScriptException(string message) : Exception(message);
