namespace Compiled.Tasks;

/// <summary>No task is known under the token.</summary>
public sealed class TaskDoesNotExistException() : Exception("Task does not exist");
