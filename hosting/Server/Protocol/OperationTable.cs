using System.Collections.Frozen;
using Compiled.Server.Operations;

namespace Compiled.Server.Protocol;

/// <summary>The operations of AWS's API by name. FEATURES P-009.</summary>
internal sealed class OperationTable
{
    private readonly FrozenDictionary<string, IOperation> _operations;
    private readonly FrozenDictionary<string, IOperation>.AlternateLookup<ReadOnlySpan<char>> _byName;

    public OperationTable(StepFunctionsServer server)
    {
        _operations = All(server).ToFrozenDictionary(static operation => operation.GetType().Name, StringComparer.Ordinal);
        _byName = _operations.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Their names.</summary>
    public IReadOnlyCollection<string> Names => _operations.Keys;

    /// <summary>The operation of a name; null when there is none.</summary>
    public IOperation? Find(ReadOnlySpan<char> name) => _byName.TryGetValue(name, out IOperation? operation) ? operation : null;

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
