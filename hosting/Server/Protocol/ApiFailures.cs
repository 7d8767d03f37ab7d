using System.Net;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Tasks;
using Compiled.Tasks.Nested;

namespace Compiled.Server.Protocol;

/// <summary>What the executions refuse, as the API's errors.</summary>
internal static class ApiFailures
{
    /// <summary>The error of an exception; null for one that no request causes.</summary>
    public static ApiException? Of(Exception failure) => failure switch
    {
        ApiException error => error,
        StateMachineDoesNotExistException => new ApiException("StateMachineDoesNotExist", failure.Message),
        StateMachineTypeNotSupportedException => ApiErrors.StateMachineTypeNotSupported(),
        ExecutionDoesNotExistException => new ApiException("ExecutionDoesNotExist", failure.Message),
        MapRunDoesNotExistException => new ApiException("ResourceNotFound", failure.Message),
        ExecutionAlreadyExistsException => new ApiException("ExecutionAlreadyExists", failure.Message),
        ExecutionNotRedrivableException => ApiErrors.ExecutionNotRedrivable(failure.Message),
        InvalidExecutionNameException => new ApiException("InvalidName", failure.Message),
        InvalidPageTokenException => ApiErrors.InvalidToken(),
        ExecutionServiceException refused => new ApiException(refused.Code, refused.Message),
        ActivityDoesNotExistException activity => new ApiException("ActivityDoesNotExist", activity.Message),
        ActivityWorkerLimitExceededException => ApiErrors.ActivityWorkerLimitExceeded(),
        InvalidTokenException => ApiErrors.InvalidToken(),
        TaskDoesNotExistException => new ApiException("TaskDoesNotExist", failure.Message),
        TaskTimedOutException => new ApiException("TaskTimedOut", failure.Message),
        JournalUnavailableException => new ApiException("ServiceUnavailable", failure.Message) { Status = HttpStatusCode.ServiceUnavailable, Namespace = "com.amazon.coral.service" },
        _ => null,
    };
}
