namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of AWS Systems Manager give. Source: the service's API reference, "Response Elements".</summary>
internal static class SsmShapes
{
    public const string Text = """
        getParameter {Parameter:@Parameter}
        getParameters {Parameters:[@Parameter] InvalidParameters:[s1..2048]}
        getParametersByPath {Parameters:[@Parameter] NextToken}
        putParameter {Version:n Tier:(Standard|Advanced|Intelligent-Tiering)}
        deleteParameters {DeletedParameters:[s1..2048] InvalidParameters:[s1..2048]}
        sendCommand {Command:@Command}
        getCommandInvocation {CommandId:s36 InstanceId Comment:s0..100 DocumentName DocumentVersion PluginName:s4 ResponseCode:n ExecutionStartDateTime ExecutionElapsedTime ExecutionEndDateTime
         Status:(Pending|InProgress|Delayed|Success|Cancelled|TimedOut|Failed|Cancelling) StatusDetails:s0..100 StandardOutputContent:s0..24000 StandardOutputUrl StandardErrorContent:s0..8000
         StandardErrorUrl}
        startAutomationExecution {AutomationExecutionId:s36..36}
        @Parameter {Name:s1..2048 Type:(String|StringList|SecureString) Value Version:n Selector:s0..128 SourceResult LastModifiedDate ARN Arn DataType:s0..128}
        @Command {CommandId:s36..36 DocumentName DocumentVersion Comment:s0..100 ExpiresAfter Parameters:<[s]> InstanceIds:[s] RequestedDateTime
         Status:(Pending|InProgress|Success|Cancelled|Failed|TimedOut|Cancelling) StatusDetails:s0..100 TargetCount:n CompletedCount:n ErrorCount:n DeliveryTimedOutCount:n}
        """;
}
