using System.Net;

namespace Compiled.Server.Protocol;

/// <summary>The errors of the API with their texts. FEATURES H3.</summary>
internal static class ApiErrors
{
    public static ApiException StateMachineDoesNotExist(string arn) => new("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static ApiException StateMachineAlreadyExists(string arn) => new("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static ApiException StateMachineDeleting(string arn) => new("StateMachineDeleting", $"State Machine Is Deleting: '{arn}'");

    public static ApiException StateMachineTypeNotSupported() => new("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");

    public static ApiException ExecutionDoesNotExist(string arn) => new("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static ApiException ExecutionAlreadyExists(string arn) => new("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static ApiException ExecutionNotRedrivable(string reason) => new("ExecutionNotRedrivable", reason);

    public static ApiException ActivityDoesNotExist(string arn) => new("ActivityDoesNotExist", $"Activity Does Not Exist: '{arn}'");

    public static ApiException ActivityAlreadyExists(string arn) => new("ActivityAlreadyExists", $"Activity Already Exists: '{arn}'");

    public static ApiException Throttling() => new("ThrottlingException", "Rate exceeded") { Namespace = "com.amazon.coral.availability" };

    public static ApiException ActivityWorkerLimitExceeded()
        => new("ActivityWorkerLimitExceeded", "The maximum number of workers concurrently polling for activity tasks has been reached.");

    public static ApiException InvalidArn(string reason) => new("InvalidArn", $"Invalid Arn: '{reason}'");

    public static ApiException InvalidName(string name) => new("InvalidName", $"Invalid Name: '{name}'");

    public static ApiException InvalidToken() => new("InvalidToken", "Invalid Token: 'Invalid token'");

    public static ApiException InvalidOutput(string reason) => new("InvalidOutput", $"Invalid Output: '{reason}'");

    public static ApiException InvalidDefinition(string message) => new("InvalidDefinition", message);

    public static ApiException InvalidExecutionInput(string reason) => new("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{reason}'");

    public static ApiException InvalidLoggingConfiguration(string reason) => new("InvalidLoggingConfiguration", $"Invalid Logging Configuration: {reason}");

    public static ApiException InvalidEncryptionConfiguration(string reason) => new("InvalidEncryptionConfiguration", reason);

    public static ApiException MissingRequiredParameter(string message) => new("MissingRequiredParameter", message);

    public static ApiException ResourceNotFound(string arn) => new("ResourceNotFound", $"Resource not found: '{arn}'") { Member = ("resourceName", arn) };

    public static ApiException TooManyTags(string arn)
        => new("TooManyTags", "The limit of 50 tags for a resource is exceeded.") { Member = ("resourceName", arn) };

    public static ApiException Conflict(string message) => new("ConflictException", message);

    public static ApiException QuotaExceeded(string message) => new("ServiceQuotaExceededException", message) { Status = HttpStatusCode.PaymentRequired };

    /// <summary>A request that breaks a rule; <paramref name="reason"/> is one of AWS's words for why, where it has one.</summary>
    public static ApiException Validation(string message, string? reason = null) => new("ValidationException", message)
    {
        Member = reason is null ? null : ("reason", reason),
        Namespace = reason is null ? "com.amazon.coral.validate" : "com.amazonaws.swf.service.v2.model",
    };

    public static ApiException Serialization(string message) => new("SerializationException", message) { Namespace = "com.amazon.coral.service" };

    public static ApiException UnknownOperation() => new("UnknownOperationException", "The operation that the header X-Amz-Target names is not known.")
    {
        Namespace = "com.amazon.coral.service",
    };

    public static ApiException RequestTooLarge() => new("RequestEntityTooLargeException", "A request has at most 1,048,576 bytes.")
    {
        Status = HttpStatusCode.RequestEntityTooLarge,
        Namespace = "com.amazon.coral.service",
    };
}
