namespace Compiled.Tasks;

/// <summary>A task that stands in an activity's queue.</summary>
internal interface IActivityJob
{
    /// <summary>Nobody waits for the task any more.</summary>
    bool IsOver { get; }

    /// <summary>Tells that a worker takes the task up.</summary>
    ActivityTask Start(string? workerName);
}
