using Compiled.Expressions;
using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Tasks.Nested;

/// <summary>
/// Does the tasks that AWS's Step Functions do themselves: <c>arn:aws:states:::states:startExecution</c> in all its patterns, and of
/// <c>arn:aws:states:::aws-sdk:sfn</c> the actions <c>startExecution</c>, <c>startSyncExecution</c>, <c>describeExecution</c>,
/// <c>stopExecution</c> and <c>sendTaskSuccess</c>, <c>sendTaskFailure</c>, <c>sendTaskHeartbeat</c>. FEATURES B9.
/// </summary>
/// <remarks>
/// A task that waits for its execution (<c>.sync</c>) stops it when its result is no longer wanted: a timeout, an abort, a failed sibling
/// (T-095). An attempt may be done twice: it finds the execution again that it started (<see cref="ExecutionRequest.IsOwn"/>).
/// </remarks>
/// <param name="service">Where the executions live.</param>
public sealed class NestedExecutions(IExecutionService service) : ITaskHandler
{
    /// <summary>The prefixes of the resources that this does, for <see cref="TaskHandlerRegistry.Add(string, ITaskHandler)"/>.</summary>
    public static IReadOnlyList<string> Resources { get; } =
    [
        "arn:aws:states:::states:startExecution*", "arn:aws:states:::aws-sdk:sfn:*",
        "arn:aws-cn:states:::states:startExecution*", "arn:aws-cn:states:::aws-sdk:sfn:*",
        "arn:aws-us-gov:states:::states:startExecution*", "arn:aws-us-gov:states:::aws-sdk:sfn:*",
    ];

    /// <summary>Whether a resource is one of those.</summary>
    public static bool Handles(string resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Resources.Any(prefix => resource.StartsWith(prefix[..^1], StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public bool IsIdempotent(JsonValue input, TaskContext context) => true;

    /// <inheritdoc/>
    public async ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        NestedCall call = new(input, context);
        try
        {
            return context.State?.ResourceAction switch
            {
                "startExecution" => await StartAsync(call, cancellationToken).ConfigureAwait(false),
                "startSyncExecution" => ExecutionAnswer.Ran(await service.RunAsync(call.Request(needsStandard: false), cancellationToken).ConfigureAwait(false)),
                "describeExecution" => ExecutionAnswer.Described(
                    await service.DescribeAsync(call.Required(NestedCall.ExecutionArn), cancellationToken).ConfigureAwait(false), isSdk: true, isParsed: false),
                "stopExecution" => ExecutionAnswer.Stopped(await service.StopAsync(
                    call.Required(NestedCall.ExecutionArn), call.Optional(NestedCall.Error), call.Optional(NestedCall.Cause), cancellationToken).ConfigureAwait(false)),
                "sendTaskSuccess" or "sendTaskFailure" or "sendTaskHeartbeat" => Send(call, context),
                _ => ResourceCall.NoHandler(context.Resource, context.StateName),
            };
        }
        catch (ExecutionServiceException refused)
        {
            return call.Failure(refused.Code, refused.Message);
        }
        catch (MissingParameterException missing)
        {
            return JsonValue.Failure(Faults.ParametersNotUsable(input, $"The field '{missing.Name}' is required but was missing"));
        }
    }

    private async ValueTask<JsonValue> StartAsync(NestedCall call, CancellationToken cancellationToken)
    {
        IntegrationPattern pattern = call.Context.State!.Pattern;
        bool waits = pattern is IntegrationPattern.Sync or IntegrationPattern.Sync2;
        ExecutionView child = await service.StartAsync(call.Request(needsStandard: waits), cancellationToken).ConfigureAwait(false);
        JsonValue started = ExecutionAnswer.Started(child, call.IsSdk, call.RequestId);
        if (!waits || child.Status == ExecutionStatus.Running && call.Context.TryAwait(child.ExecutionArn))
            return started;
        call.Context.Submitted(started);
        // The job is seen to be submitted before it can be seen to end.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        ExecutionView end;
        try
        {
            end = await service.WaitAsync(child.ExecutionArn, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            StopAbandoned(child.ExecutionArn, call);
            throw;
        }

        // T-093: the cause holds the input as text, also for .sync:2.
        return end.Status == ExecutionStatus.Succeeded
            ? ExecutionAnswer.Described(end, isSdk: false, isParsed: pattern == IntegrationPattern.Sync2)
            : JsonValue.Failure(new Fault(StatesErrors.TaskFailed, ExecutionAnswer.Described(end, isSdk: false, isParsed: false).ToString()));
    }

    // Nobody is left to be told when it can't be stopped.
    private void StopAbandoned(string executionArn, NestedCall call)
        => _ = service.StopAsync(executionArn, null, call.Abandoned, CancellationToken.None).AsTask()
            .ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);

    private static JsonValue Send(NestedCall call, TaskContext context)
    {
        string token = call.Required(NestedCall.TaskToken);
        try
        {
            switch (context.State!.ResourceAction)
            {
                case "sendTaskSuccess":
                    context.Options.TaskTokens.SendTaskSuccess(token, call.Output());
                    break;
                case "sendTaskFailure":
                    context.Options.TaskTokens.SendTaskFailure(token, call.Optional(NestedCall.Error), call.Optional(NestedCall.Cause));
                    break;
                default:
                    context.Options.TaskTokens.SendTaskHeartbeat(token);
                    break;
            }

            return JsonValue.EmptyObject;
        }
        catch (InvalidTokenException refused)
        {
            return call.Failure("InvalidToken", refused.Message);
        }
        catch (TaskDoesNotExistException refused)
        {
            return call.Failure("TaskDoesNotExist", refused.Message);
        }
        catch (TaskTimedOutException refused)
        {
            return call.Failure("TaskTimedOut", refused.Message);
        }
    }
}
