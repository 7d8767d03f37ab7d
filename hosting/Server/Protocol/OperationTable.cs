using Compiled.Server.Operations;

namespace Compiled.Server.Protocol;

/// <summary>The operations of AWS's API, and the one of EventBridge's that starts executions. FEATURES P-009.</summary>
internal sealed class OperationTable
{
    /// <summary>What stands before the name of an operation in the header <c>X-Amz-Target</c>.</summary>
    public const string StepFunctions = "AWSStepFunctions.";

    private readonly Dictionary<string, IOperation> _operations;

    public OperationTable(StepFunctionsServer server)
    {
        _operations = All(server).ToDictionary(static operation => StepFunctions + operation.GetType().Name, StringComparer.Ordinal);
        _operations.Add("AWSEvents.PutEvents", new PutEvents(server));
    }

    /// <summary>The names of Step Functions' operations.</summary>
    public IReadOnlyCollection<string> Names
        => [.. _operations.Keys.Where(static target => target.StartsWith(StepFunctions, StringComparison.Ordinal)).Select(static target => target[StepFunctions.Length..])];

    /// <summary>The operation that a header <c>X-Amz-Target</c> names; null when there is none.</summary>
    public IOperation? Find(string target) => _operations.GetValueOrDefault(target);

    private static IEnumerable<IOperation> All(StepFunctionsServer server) =>
    [
        new CreateActivity(server),
        new CreateStateMachine(server),
        new CreateStateMachineAlias(server),
        new DeleteActivity(server),
        new DeleteStateMachine(server),
        new DeleteStateMachineAlias(server),
        new DeleteStateMachineVersion(server),
        new DescribeActivity(server),
        new DescribeExecution(server),
        new DescribeMapRun(server),
        new DescribeStateMachine(server),
        new DescribeStateMachineAlias(server),
        new DescribeStateMachineForExecution(server),
        new GetActivityTask(server),
        new GetExecutionHistory(server),
        new ListActivities(server),
        new ListExecutions(server),
        new ListMapRuns(server),
        new ListStateMachineAliases(server),
        new ListStateMachines(server),
        new ListStateMachineVersions(server),
        new ListTagsForResource(server),
        new PublishStateMachineVersion(server),
        new RedriveExecution(server),
        new SendTaskFailure(server),
        new SendTaskHeartbeat(server),
        new SendTaskSuccess(server),
        new StartExecution(server),
        new StartSyncExecution(server),
        new StopExecution(server),
        new TagResource(server),
        new Operations.TestState(server),
        new UntagResource(server),
        new UpdateMapRun(server),
        new UpdateStateMachine(server),
        new UpdateStateMachineAlias(server),
        new ValidateStateMachineDefinition(),
    ];
}
