namespace Compiled.Tasks;

/// <summary>More than 1,000 workers poll one activity at once. T-038.</summary>
public sealed class ActivityWorkerLimitExceededException() : Exception("The maximum number of workers concurrently polling for activity tasks has been reached.");
