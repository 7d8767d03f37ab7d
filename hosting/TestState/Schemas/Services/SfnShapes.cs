namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of AWS Step Functions give. Source: the service's API reference, "Response Elements".</summary>
internal static class SfnShapes
{
    public const string Text = """
        startExecution {ExecutionArn!:s1..256 StartDate!}
        startSyncExecution {ExecutionArn!:s1..256 StateMachineArn:s1..256 Name:s1..80 StartDate! StopDate! Status!:(SUCCEEDED|FAILED|TIMED_OUT) Error:s0..256 Cause:s0..32768 Input:s0..262144
         InputDetails:{Included:b} Output:s0..262144 OutputDetails:{Included:b} TraceHeader:s0..256 BillingDetails:{BilledMemoryUsedInMB:n0.. BilledDurationInMilliseconds:n0..}}
        startExecution.sync @Execution
        startExecution.sync:2 {ExecutionArn!:s1..256 StateMachineArn!:s1..256 Name:s1..80 Status!:@Status StartDate! StopDate Input:j InputDetails:{Included:b}
         Output:j OutputDetails:{Included:b} TraceHeader:s0..256 MapRunArn:s1..2000 Error:s0..256 Cause:s0..32768}
        describeExecution @Execution
        stopExecution {StopDate!}
        listExecutions {Executions!:[{ExecutionArn!:s1..256 StateMachineArn!:s1..256 Name!:s1..80 Status!:@Status StartDate! StopDate MapRunArn:s1..2000 ItemCount:n0.. RedriveCount:n0.. RedriveDate
         StateMachineVersionArn:s1..256 StateMachineAliasArn:s1..256}] NextToken:s1..3096}
        describeStateMachine {StateMachineArn!:s1..256 Name!:s1..80 Status:(ACTIVE|DELETING) Definition!:s1..1048576 RoleArn!:s1..256 Type!:(STANDARD|EXPRESS) CreationDate!
         LoggingConfiguration:j TracingConfiguration:{Enabled:b} Label RevisionId Description EncryptionConfiguration:j}
        listStateMachines {StateMachines!:[{StateMachineArn!:s1..256 Name!:s1..80 Type!:(STANDARD|EXPRESS) CreationDate!}] NextToken:s1..1024}
        getExecutionHistory {Events!:[{Timestamp! Type! Id!:n PreviousEventId:n}] NextToken:s1..3096}
        sendTaskSuccess {}
        sendTaskFailure {}
        sendTaskHeartbeat {}
        @Status (RUNNING|SUCCEEDED|FAILED|TIMED_OUT|ABORTED|PENDING_REDRIVE)
        @Execution {ExecutionArn!:s1..256 StateMachineArn!:s1..256 Name:s1..80 Status!:@Status StartDate! StopDate Input:s0..262144 InputDetails:{Included:b} Output:s0..262144
         OutputDetails:{Included:b} TraceHeader:s0..256 MapRunArn:s1..2000 Error:s0..256 Cause:s0..32768 StateMachineVersionArn:s1..256 StateMachineAliasArn:s1..256 RedriveCount:n0..
         RedriveDate RedriveStatus:(REDRIVABLE|NOT_REDRIVABLE|REDRIVABLE_BY_MAP_RUN) RedriveStatusReason}
        """;
}
