namespace Compiled.Tasks;

/// <summary>The task of the token is over: completed, timed out or aborted.</summary>
public sealed class TaskTimedOutException() : Exception("Task Timed Out: 'Provided task does not exist anymore'");
