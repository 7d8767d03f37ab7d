using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>The words before the dot in the error names of services: <c>DynamoDB.ConditionalCheckFailedException</c>.</summary>
internal static class ServiceErrors
{
    // The word of the integration of its own, that of the SDK form, and the service as a Resource names it.
    private static readonly (string Own, string Sdk, string Service)[] s_rows =
    [
        ("ApiGateway", "ApiGateway", "apigateway"),
        ("Athena", "Athena", "athena"),
        ("Batch", "Batch", "batch"),
        ("Bedrock", "BedrockRuntime", "bedrock"),
        ("CodeBuild", "CodeBuild", "codebuild"),
        ("DataBrew", "DataBrew", "databrew"),
        ("DynamoDB", "DynamoDb", "dynamodb"),
        ("ECS", "Ecs", "ecs"),
        ("EKS", "Eks", "eks"),
        ("EventBridge", "EventBridge", "events"),
        ("Glue", "Glue", "glue"),
        ("Lambda", "Lambda", "lambda"),
        ("MediaConvert", "MediaConvert", "mediaconvert"),
        ("S3", "S3", "s3"),
        ("SageMaker", "SageMaker", "sagemaker"),
        ("SNS", "Sns", "sns"),
        ("SQS", "Sqs", "sqs"),
    ];

    /// <summary>Why the task cannot raise the error of that name; null where it can, or where that is not known.</summary>
    public static string? WhyNot(TaskState task, string error)
    {
        int dot = error.IndexOf('.');
        // A function, a worker or whoever holds a token may fail with any name.
        bool isOpen = !task.Arn.IsKnownIntegration || task.Arn.Pattern != IntegrationPattern.RequestResponse
            || task.Arn.Service is "lambda" or "states" or "aws-sdk:lambda" or "http" or "";
        if (dot <= 0 || isOpen)
            return null;
        string prefix = error.Substring(0, dot);
        bool isSdk = task.Arn.Service.StartsWith("aws-sdk:", StringComparison.Ordinal);
        string service = isSdk ? task.Arn.Service.Substring("aws-sdk:".Length) : task.Arn.Service;
        var named = s_rows.Where(row => Same(row.Own, prefix) || Same(row.Sdk, prefix)).ToArray();
        var own = s_rows.Where(row => row.Service == service).ToArray();
        if (named.Length == 0 || own.Length == 0)
            return null;
        string expected = isSdk ? own[0].Sdk : own[0].Own;
        if (named[0].Service != service)
            return $"the errors of '{task.Arn.Service}' begin with '{expected}.'";
        return prefix == expected ? null : $"the errors of '{task.Arn.Service}' begin with '{expected}.', and case counts";
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
