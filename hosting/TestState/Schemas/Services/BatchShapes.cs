namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of AWS Batch give. Source: the service's API reference, "Response Elements".</summary>
internal static class BatchShapes
{
    public const string Text = """
        submitJob {JobArn JobName! JobId!}
        describeJobs {Jobs:[@Job]}
        listJobs {JobSummaryList!:[{JobArn JobId! JobName! CreatedAt:n Status:@Status StatusReason StartedAt:n StoppedAt:n Container:{ExitCode:n Reason} JobDefinition}] NextToken}
        registerJobDefinition {JobDefinitionName! JobDefinitionArn! Revision!:n}
        terminateJob {}
        cancelJob {}
        @Status (SUBMITTED|PENDING|RUNNABLE|STARTING|RUNNING|SUCCEEDED|FAILED)
        @Job {JobArn JobName! JobId! JobQueue! Status!:@Status ShareIdentifier SchedulingPriority:n Attempts:[{Container:j StartedAt:n StoppedAt:n StatusReason}] StatusReason CreatedAt:n
         RetryStrategy:{Attempts:n} StartedAt!:n StoppedAt:n DependsOn:[{JobId Type:(N_TO_N|SEQUENTIAL)}] JobDefinition! Parameters:<s> Container:j ArrayProperties:{StatusSummary:<n> Size:n Index:n}
         Timeout:{AttemptDurationSeconds:n} Tags:<s> PropagateTags:b PlatformCapabilities:[(EC2|FARGATE)] IsCancelled:b IsTerminated:b}
        """;
}
