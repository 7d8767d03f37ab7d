namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of Amazon EventBridge give. Source: the service's API reference, "Response Elements".</summary>
internal static class EventBridgeShapes
{
    public const string Text = """
        putEvents {FailedEntryCount:n Entries:[{EventId ErrorCode ErrorMessage}]}
        putRule {RuleArn:s1..1600}
        putTargets {FailedEntryCount:n FailedEntries:[{TargetId:s1..64 ErrorCode ErrorMessage}]}
        removeTargets {FailedEntryCount:n FailedEntries:[{TargetId:s1..64 ErrorCode ErrorMessage}]}
        describeRule {Name:s1..64 Arn:s1..1600 EventPattern ScheduleExpression:s0..256
         State:(ENABLED|DISABLED|ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS) Description:s0..512 RoleArn:s1..1600 ManagedBy:s1..128 EventBusName:s1..256 CreatedBy:s1..128}
        listRules {Rules:[{Name:s1..64 Arn:s1..1600 EventPattern State:(ENABLED|DISABLED|ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS) Description:s0..512
         ScheduleExpression:s0..256 RoleArn:s1..1600 ManagedBy:s1..128 EventBusName:s1..256}] NextToken:s1..2048}
        describeEventBus {Name Arn Description:s0..512 KmsKeyIdentifier:s0..2048 Policy CreationTime LastModifiedTime}
        createEventBus {EventBusArn Description:s0..512 KmsKeyIdentifier:s0..2048}
        testEventPattern {Result:b}
        """;
}
