namespace Compiled;

/// <summary>The value of a state's <c>Type</c> field.</summary>
public enum StateType : byte
{
    /// <summary>Passes its input on, perhaps changed.</summary>
    Pass,

    /// <summary>Has work done outside.</summary>
    Task,

    /// <summary>Chooses the next state.</summary>
    Choice,

    /// <summary>Waits for a time.</summary>
    Wait,

    /// <summary>Ends its flow with success.</summary>
    Succeed,

    /// <summary>Ends its flow with an error.</summary>
    Fail,

    /// <summary>Runs branches at the same time.</summary>
    Parallel,

    /// <summary>Runs a flow for each item of an array.</summary>
    Map,
}
