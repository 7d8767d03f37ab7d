namespace Compiled.Language.Binding;

/// <summary>The eight values of a state's <c>Type</c> field. FEATURES L-020.</summary>
public enum StateType
{
    /// <summary>Work done outside the machine.</summary>
    Task,

    /// <summary>Passes its input on, perhaps reshaped.</summary>
    Pass,

    /// <summary>Picks the next state.</summary>
    Choice,

    /// <summary>Lets time pass.</summary>
    Wait,

    /// <summary>Ends its flow well.</summary>
    Succeed,

    /// <summary>Ends its flow with an error.</summary>
    Fail,

    /// <summary>Runs several flows on one input.</summary>
    Parallel,

    /// <summary>Runs one flow for each item.</summary>
    Map,
}
