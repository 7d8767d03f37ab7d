namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of AWS Lambda give. Source: the service's API reference, "Response Elements".</summary>
internal static class LambdaShapes
{
    public const string Text = """
        invoke* {StatusCode:n FunctionError LogResult Payload:j ExecutedVersion:s1..1024}
        invoke {StatusCode:n FunctionError LogResult Payload ExecutedVersion:s1..1024}
        getFunction {Configuration:@Function Code:{RepositoryType Location ImageUri ResolvedImageUri SourceKMSKeyArn} Tags:<s> TagsError:{ErrorCode! Message!}
         Concurrency:{ReservedConcurrentExecutions:n0..}}
        getFunctionConfiguration @Function
        updateFunctionConfiguration @Function
        updateFunctionCode @Function
        createFunction @Function
        publishVersion @Function
        listFunctions {NextMarker Functions:[@Function]}
        getAccountSettings {AccountLimit:{TotalCodeSize:n CodeSizeUnzipped:n CodeSizeZipped:n ConcurrentExecutions:n UnreservedConcurrentExecutions:n0..}
         AccountUsage:{TotalCodeSize:n FunctionCount:n}}
        getAlias @Alias
        createAlias @Alias
        updateAlias @Alias
        putFunctionConcurrency {ReservedConcurrentExecutions:n0..}
        getFunctionConcurrency {ReservedConcurrentExecutions:n0..}
        deleteFunction {StatusCode:n}
        addPermission {Statement}
        listTags {Tags:<s>}
        @Alias {AliasArn Name:s1..128 FunctionVersion:s1..1024 Description:s0..256 RoutingConfig:{AdditionalVersionWeights:<n0..1>} RevisionId}
        @Function {FunctionName FunctionArn Runtime Role Handler:s0..128 CodeSize:n Description:s0..256 Timeout:n1.. MemorySize:n128..10240 LastModified CodeSha256
         Version:s1..1024 VpcConfig:{SubnetIds:[s] SecurityGroupIds:[s] VpcId Ipv6AllowedForDualStack:b} DeadLetterConfig:{TargetArn}
         Environment:{Variables:<s> Error:{ErrorCode Message}} KMSKeyArn TracingConfig:{Mode:(Active|PassThrough)} MasterArn RevisionId
         Layers:[{Arn CodeSize:n SigningProfileVersionArn SigningJobArn}] State:(Pending|Active|Inactive|Failed|Deactivating|Deactivated|ActiveNonInvocable|Deleting) StateReason StateReasonCode
         LastUpdateStatus:(Successful|Failed|InProgress) LastUpdateStatusReason LastUpdateStatusReasonCode FileSystemConfigs:[{Arn! LocalMountPath!}]
         PackageType:(Zip|Image) ImageConfigResponse:{ImageConfig:{EntryPoint:[s] Command:[s] WorkingDirectory} Error:{ErrorCode Message}} SigningProfileVersionArn SigningJobArn
         Architectures:[(x86_64|arm64)] EphemeralStorage:{Size!:n512..10240} SnapStart:{ApplyOn:(PublishedVersions|None) OptimizationStatus:(On|Off)}
         RuntimeVersionConfig:{RuntimeVersionArn Error:{ErrorCode Message}} LoggingConfig:{LogFormat:(JSON|Text) ApplicationLogLevel:(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)
         SystemLogLevel:(DEBUG|INFO|WARN) LogGroup:s1..512}}
        """;
}
