namespace Compiled;

/// <summary>What the runtime must know of a state; emitted once for each state of a definition.</summary>
public sealed class StateInfo(string name, StateType type)
{
    private string? _resourceName;

    /// <summary>The state's name, as the definition spells it.</summary>
    public string Name { get; } = name;

    /// <summary>The state's type.</summary>
    public StateType Type { get; } = type;

    /// <summary>A Task's <c>Resource</c>; empty for other states.</summary>
    public string Resource { get; init; } = "";

    /// <summary>What <see cref="Resource"/> names.</summary>
    public ResourceKind ResourceKind { get; init; }

    /// <summary>The service of an integration, such as <c>sqs</c> or <c>aws-sdk:dynamodb</c>.</summary>
    public string ResourceService { get; init; } = "";

    /// <summary>The action of an integration without its pattern's suffix, such as <c>sendMessage</c>.</summary>
    public string ResourceAction { get; init; } = "";

    /// <summary>When the integration counts as done.</summary>
    public IntegrationPattern Pattern { get; init; }

    /// <summary>The definition sets a timeout for the task.</summary>
    public bool HasTimeout { get; init; }

    /// <summary>The definition sets a heartbeat for the task.</summary>
    public bool HasHeartbeat { get; init; }

    /// <summary>The definition gives the task credentials of its own.</summary>
    public bool HasCredentials { get; init; }

    /// <summary>What a distributed Map runs for its items; null for other states.</summary>
    public DistributedProcessor? Processor { get; init; }

    /// <summary>The action with its suffix, as history events show it: <c>sendMessage.waitForTaskToken</c>.</summary>
    public string ResourceName => _resourceName ??= ResourceAction + Pattern switch
    {
        IntegrationPattern.Sync => ".sync",
        IntegrationPattern.Sync2 => ".sync:2",
        IntegrationPattern.WaitForTaskToken => ".waitForTaskToken",
        _ => "",
    };

    // A .sync job may be ended by its token too: callback/test_sync_with_task_token.
    internal bool HasToken => ResourceKind == ResourceKind.Activity
        || ResourceKind == ResourceKind.Integration && Pattern != IntegrationPattern.RequestResponse;

    /// <summary>The state's name.</summary>
    public override string ToString() => Name;
}
