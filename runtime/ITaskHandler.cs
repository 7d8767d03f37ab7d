using Compiled.Values;

namespace Compiled;

/// <summary>Does the work of Task states.</summary>
public interface ITaskHandler
{
    /// <summary>
    /// Does one attempt of a task. <paramref name="input"/> is the effective input (Parameters or Arguments applied). The task
    /// fails when the result is a failure value (<see cref="JsonValue.Failure"/>, the fast way) or an exception is thrown:
    /// <see cref="TaskFailedException"/> gives the error's name, any other exception fails as AWS Lambda reports one.
    /// <paramref name="cancellationToken"/> is cancelled when the result is no longer wanted: timeout, abort, a failed sibling.
    /// </summary>
    ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Whether one attempt may be done twice: after a crash of its process a durable host then calls the handler again, with the same
    /// <see cref="TaskContext.IdempotencyKey"/>, where it would otherwise count the attempt as failed.
    /// </summary>
    bool IsIdempotent(JsonValue input, TaskContext context) => false;
}
