namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of Amazon ECS give. Source: the service's API reference, "Response Elements".</summary>
internal static class EcsShapes
{
    public const string Text = """
        runTask {Tasks:[@Task] Failures:[@Failure]}
        startTask {Tasks:[@Task] Failures:[@Failure]}
        describeTasks {Tasks:[@Task] Failures:[@Failure]}
        stopTask {Task:@Task}
        listTasks {TaskArns:[s] NextToken}
        listClusters {ClusterArns:[s] NextToken}
        listServices {ServiceArns:[s] NextToken}
        describeServices {Services:[@Service] Failures:[@Failure]}
        updateService {Service:@Service}
        createService {Service:@Service}
        registerTaskDefinition {TaskDefinition:@Definition Tags:[@Pair]}
        describeTaskDefinition {TaskDefinition:@Definition Tags:[@Pair]}
        @Failure {Arn Reason Detail}
        @Pair {Key Name Value}
        @Container {ContainerArn TaskArn Name Image ImageDigest RuntimeId LastStatus ExitCode:n Reason NetworkBindings:[j] NetworkInterfaces:[j] HealthStatus:@Health Cpu Memory MemoryReservation}
        @Health (HEALTHY|UNHEALTHY|UNKNOWN)
        @Task {Attachments:[{Id Type Status Details:[@Pair]}] AvailabilityZone CapacityProviderName ClusterArn Connectivity:(CONNECTED|DISCONNECTED) ConnectivityAt ContainerInstanceArn Containers:[@Container]
         Cpu CreatedAt DesiredStatus EnableExecuteCommand:b ExecutionStoppedAt Group HealthStatus:@Health LastStatus LaunchType:(EC2|FARGATE|EXTERNAL|MANAGED_INSTANCES) Memory Overrides:j
         PlatformVersion PlatformFamily PullStartedAt PullStoppedAt StartedAt StartedBy StopCode:(TaskFailedToStart|EssentialContainerExited|UserInitiated|ServiceSchedulerInitiated|SpotInterruption|TerminationNotice)
         StoppedAt StoppedReason StoppingAt Tags:[@Pair] TaskArn TaskDefinitionArn Version:n EphemeralStorage:{SizeInGiB:n}}
        @Service {ServiceArn ServiceName ClusterArn Status DesiredCount:n RunningCount:n PendingCount:n LaunchType:(EC2|FARGATE|EXTERNAL|MANAGED_INSTANCES) PlatformVersion TaskDefinition RoleArn CreatedAt
         Deployments:[j] Events:[{Id CreatedAt Message}] EnableExecuteCommand:b}
        @Definition {TaskDefinitionArn ContainerDefinitions:[j] Family TaskRoleArn ExecutionRoleArn NetworkMode:(bridge|host|awsvpc|none) Revision:n Volumes:[j] Status:(ACTIVE|INACTIVE|DELETE_IN_PROGRESS) Cpu Memory
         RegisteredAt RegisteredBy}
        """;
}
