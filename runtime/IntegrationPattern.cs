namespace Compiled;

/// <summary>When a service integration counts as done: the suffix of its resource.</summary>
public enum IntegrationPattern : byte
{
    /// <summary>No suffix: as soon as the call returns.</summary>
    RequestResponse,

    /// <summary><c>.sync</c>: when the job that the call started has ended.</summary>
    Sync,

    /// <summary><c>.sync:2</c>: as <see cref="Sync"/>, with the output as JSON and not as text.</summary>
    Sync2,

    /// <summary><c>.waitForTaskToken</c>: when somebody returns the task's token.</summary>
    WaitForTaskToken,
}
