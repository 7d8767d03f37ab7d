namespace Compiled.Language.Binding;

/// <summary>When a Task that calls a service ends. FEATURES T-001 to T-004.</summary>
public enum IntegrationPattern
{
    /// <summary>With the response of the call.</summary>
    RequestResponse,

    /// <summary>With the end of the job it started (<c>.sync</c>).</summary>
    Sync,

    /// <summary>As <see cref="Sync"/>, with the child's output as JSON and not as text (<c>.sync:2</c>).</summary>
    Sync2,

    /// <summary>When somebody sends the task's token back (<c>.waitForTaskToken</c>).</summary>
    WaitForTaskToken,
}
