namespace Compiled.Tasks.Nested;

/// <summary>A request that AWS's API would refuse.</summary>
/// <param name="code">AWS's code without <c>Exception</c>, such as <c>StateMachineDoesNotExist</c>.</param>
/// <param name="message">AWS's message. FEATURES H3.</param>
public sealed class ExecutionServiceException(string code, string message) : Exception(message)
{
    /// <summary>AWS's code.</summary>
    public string Code { get; } = code;

    /// <summary>No machine of that ARN or name is known. E-103.</summary>
    public static ExecutionServiceException StateMachineDoesNotExist(string machine) => new("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{machine}'");

    /// <summary>The name is taken by an execution that ended or has another input. E-104.</summary>
    public static ExecutionServiceException ExecutionAlreadyExists(string executionArn) => new("ExecutionAlreadyExists", $"Execution Already Exists: '{executionArn}'");

    /// <summary>There is no such execution. E-105.</summary>
    public static ExecutionServiceException ExecutionDoesNotExist(string executionArn) => new("ExecutionDoesNotExist", $"Execution Does Not Exist: '{executionArn}'");

    /// <summary>The machine is of the other type. E-110.</summary>
    public static ExecutionServiceException StateMachineTypeNotSupported() => new("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");

    /// <summary>The input is text that is no JSON. E-101.</summary>
    public static ExecutionServiceException InvalidExecutionInput(string reason) => new("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{reason}'");

    /// <summary>A name that executions can't have. E-108.</summary>
    public static ExecutionServiceException InvalidName(string name) => new("InvalidName", $"Invalid Name: '{name}'");
}
