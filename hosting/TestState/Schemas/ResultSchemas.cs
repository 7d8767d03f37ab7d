using Compiled.Language.Binding;
using Compiled.TestState.Schemas.Services;

namespace Compiled.TestState.Schemas;

/// <summary>What the services' calls give, for the calls that the tables know; mocked results of others are not checked. FEATURES M-023.</summary>
internal static class ResultSchemas
{
    private const string SdkPrefix = "aws-sdk:";

    private static readonly Dictionary<string, Lazy<ServiceTable>> s_tables = new(StringComparer.Ordinal)
    {
        ["athena"] = Of(() => AthenaShapes.Text),
        ["batch"] = Of(() => BatchShapes.Text),
        ["bedrockruntime"] = Of(() => BedrockRuntimeShapes.Text),
        ["dynamodb"] = Of(() => DynamoDbShapes.Text),
        ["ecs"] = Of(() => EcsShapes.Text),
        ["eventbridge"] = Of(() => EventBridgeShapes.Text),
        ["glue"] = Of(() => GlueShapes.Text),
        ["kinesis"] = Of(() => KinesisShapes.Text),
        ["kms"] = Of(() => KmsShapes.Text),
        ["lambda"] = Of(() => LambdaShapes.Text),
        ["s3"] = Of(() => S3Shapes.Text),
        ["secretsmanager"] = Of(() => SecretsManagerShapes.Text),
        ["sfn"] = Of(() => SfnShapes.Text),
        ["sns"] = Of(() => SnsShapes.Text),
        ["sqs"] = Of(() => SqsShapes.Text),
        ["ssm"] = Of(() => SsmShapes.Text),
        ["sts"] = Of(() => StsShapes.Text),
    };

    // Integrations with names of their own, by the name of the service in the SDK.
    private static readonly Dictionary<string, string> s_services = new(StringComparer.Ordinal) { ["states"] = "sfn", ["events"] = "eventbridge", ["bedrock"] = "bedrockruntime" };

    /// <summary>All calls that the tables know, as in the Resource of an SDK integration: <c>s3:getObject</c>.</summary>
    public static IEnumerable<(string Service, string Action)> All => s_tables.SelectMany(static table => table.Value.Value.Actions.Select(action => (table.Key, action)));

    /// <summary>
    /// What the Task's result is like; null where it is not known, and for functions, activities and tokens, which give any JSON. A job's result is that
    /// of the call that asks for its state.
    /// </summary>
    public static ResultSchema? Find(ResourceArn resource)
    {
        if (resource.Kind != Language.Binding.ResourceKind.Integration || resource.Pattern == Language.Binding.IntegrationPattern.WaitForTaskToken)
            return null;
        if (resource.Service.StartsWith(SdkPrefix, StringComparison.Ordinal))
            return Find(resource.Service[SdkPrefix.Length..], resource.Action);
        string service = s_services.GetValueOrDefault(resource.Service, resource.Service);
        string pattern = resource.Pattern switch
        {
            Language.Binding.IntegrationPattern.Sync => ".sync",
            Language.Binding.IntegrationPattern.Sync2 => ".sync:2",
            _ => "",
        };
        // An integration of its own may give JSON where the call gives text.
        return Find(service, $"{resource.Action}{pattern}*") ?? Find(service, resource.Action + pattern);
    }

    public static ResultSchema? Find(string service, string action) => s_tables.TryGetValue(service, out Lazy<ServiceTable>? table) ? table.Value.Find(action) : null;

    private static Lazy<ServiceTable> Of(Func<string> text) => new(() => new ServiceTable(text()));
}
