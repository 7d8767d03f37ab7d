namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of AWS Glue give. Source: the service's API reference, "Response Elements".</summary>
internal static class GlueShapes
{
    public const string Text = """
        startJobRun {JobRunId:s1..255}
        getJobRun {JobRun:@Run}
        getJobRuns {JobRuns:[@Run] NextToken}
        batchStopJobRun {SuccessfulSubmissions:[{JobName:s1..255 JobRunId:s1..255}] Errors:[j]}
        startCrawler {}
        getCrawler {Crawler:{Name:s1..255 Role DatabaseName Description:s0..2048 State:(READY|RUNNING|STOPPING) TablePrefix:s0..128 CrawlElapsedTime:n CreationTime LastUpdated Version:n}}
        getTable {Table:j}
        getTables {TableList:[j] NextToken}
        getDatabase {Database:j}
        startWorkflowRun {RunId:s1..255}
        createJob {Name:s1..255}
        @Run {Id:s1..255 Attempt:n PreviousRunId:s1..255 TriggerName:s1..255 JobName:s1..255 StartedOn LastModifiedOn CompletedOn
         JobRunState:(STARTING|RUNNING|STOPPING|STOPPED|SUCCEEDED|FAILED|TIMEOUT|ERROR|WAITING|EXPIRED) Arguments:<s> ErrorMessage AllocatedCapacity:n ExecutionTime:n Timeout:n1.. MaxCapacity:n
         WorkerType NumberOfWorkers:n LogGroupName GlueVersion:s1..255 DPUSeconds:n ExecutionClass:s0..16}
        """;
}
