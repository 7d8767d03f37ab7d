using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>The services that a Task can call without the SDK form, their actions and patterns. FEATURES T-006, T-120, T-125.</summary>
internal static class IntegrationTable
{
    [Flags]
    private enum Patterns
    {
        Call = 0,
        Sync = 1,
        Sync2 = 2,
        Token = 4,
    }

    private static readonly Dictionary<string, Dictionary<string, Patterns>> s_services = new(StringComparer.Ordinal)
    {
        ["apigateway"] = Actions(Patterns.Token, "invoke"),
        ["athena"] = Actions(Patterns.Sync, "startQueryExecution").With(Patterns.Call, "stopQueryExecution", "getQueryExecution", "getQueryResults"),
        ["batch"] = Actions(Patterns.Sync, "submitJob"),
        ["bedrock"] = Actions(Patterns.Call, "invokeModel").With(Patterns.Sync, "createModelCustomizationJob"),
        ["codebuild"] = Actions(Patterns.Sync, "startBuild", "startBuildBatch", "retryBuildBatch")
            .With(Patterns.Call, "stopBuild", "stopBuildBatch", "deleteBuildBatch", "batchDeleteBuilds", "batchGetReports"),
        ["databrew"] = Actions(Patterns.Sync, "startJobRun"),
        ["dynamodb"] = Actions(Patterns.Call, "getItem", "putItem", "updateItem", "deleteItem"),
        ["ecs"] = Actions(Patterns.Sync | Patterns.Token, "runTask"),
        ["eks"] = Actions(
            Patterns.Sync, "createCluster", "deleteCluster", "createFargateProfile", "deleteFargateProfile", "createNodegroup", "deleteNodegroup", "runJob")
            .With(Patterns.Call, "call"),
        ["elasticmapreduce"] = Actions(Patterns.Sync, "createCluster", "terminateCluster", "addStep")
            .With(Patterns.Call, "cancelStep", "setClusterTerminationProtection", "modifyInstanceFleetByName", "modifyInstanceGroupByName"),
        ["emr-containers"] = Actions(Patterns.Sync, "deleteVirtualCluster", "startJobRun").With(Patterns.Call, "createVirtualCluster"),
        ["emr-serverless"] = Actions(
            Patterns.Sync, "createApplication", "startApplication", "stopApplication", "deleteApplication", "startJobRun", "cancelJobRun"),
        ["events"] = Actions(Patterns.Token, "putEvents"),
        ["glue"] = Actions(Patterns.Sync, "startJobRun"),
        ["http"] = Actions(Patterns.Call, "invoke"),
        ["lambda"] = Actions(Patterns.Token, "invoke"),
        ["mediaconvert"] = Actions(Patterns.Sync, "createJob"),
        ["sagemaker"] = Actions(
            Patterns.Sync, "createHyperParameterTuningJob", "createLabelingJob", "createProcessingJob", "createTrainingJob", "createTransformJob")
            .With(Patterns.Call, "createEndpoint", "createEndpointConfig", "createModel", "updateEndpoint"),
        ["sns"] = Actions(Patterns.Token, "publish"),
        ["sqs"] = Actions(Patterns.Token, "sendMessage"),
        ["states"] = Actions(Patterns.Sync | Patterns.Sync2 | Patterns.Token, "startExecution"),
    };

    /// <summary>The message of the fault, or null where AWS knows the integration.</summary>
    /// <param name="text">The Resource.</param>
    /// <param name="service">Its service.</param>
    /// <param name="action">Its action.</param>
    /// <param name="pattern">Its pattern.</param>
    /// <param name="meant">The Resource that was probably meant; null where nothing is near.</param>
    public static string? Check(string text, string service, string action, IntegrationPattern pattern, out string? meant)
    {
        meant = null;
        if (service.StartsWith("aws-sdk", StringComparison.Ordinal))
            return CheckSdk(text, service, action, pattern);
        if (!s_services.TryGetValue(service, out Dictionary<string, Patterns>? actions))
        {
            meant = With(text, $":{service}:", NearMiss.Find(service, s_services.Keys));
            return $"'Resource' is '{text}'; '{service}' is no service with an integration of its own{NearMiss.Hint(service, s_services.Keys)}";
        }
        if (!actions.TryGetValue(action, out Patterns supported))
        {
            string hint = NearMiss.Hint(action, actions.Keys);
            meant = With(text, ":" + action, NearMiss.Find(action, actions.Keys));
            string expected = hint.Length > 0 ? hint : $"; expected {string.Join(" or ", actions.Keys)}, or the form 'aws-sdk:{service}:{action}'";
            return $"'Resource' is '{text}'; '{action}' is no integration of '{service}'{expected}";
        }
        return Missing(supported, pattern) is { } suffix
            ? $"'Resource' is '{text}'; '{service}:{action}' does not support '{suffix}'"
            : null;
    }

    private static string? With(string text, string part, string? near)
    {
        int start = text.LastIndexOf(part, StringComparison.Ordinal);
        return near is null || start < 0 ? null : text.Substring(0, start) + part.Replace(part.Trim(':'), near) + text.Substring(start + part.Length);
    }

    private static string? CheckSdk(string text, string service, string action, IntegrationPattern pattern)
    {
        bool isWhole = service.Length > "aws-sdk:".Length && action.Length > 0 && action.All(char.IsLetterOrDigit);
        if (!isWhole)
            return $"'Resource' is '{text}'; expected 'aws-sdk:', a service, ':' and an action such as 'putItem'";
        if (char.IsUpper(action[0]))
            return $"'Resource' is '{text}'; the action '{action}' must start with a small letter";
        return Missing(Patterns.Token, pattern) is { } suffix ? $"'Resource' is '{text}'; SDK integrations do not support '{suffix}'" : null;
    }

    private static string? Missing(Patterns supported, IntegrationPattern pattern) => pattern switch
    {
        IntegrationPattern.Sync when (supported & Patterns.Sync) == 0 => ".sync",
        IntegrationPattern.Sync2 when (supported & Patterns.Sync2) == 0 => ".sync:2",
        IntegrationPattern.WaitForTaskToken when (supported & Patterns.Token) == 0 => ".waitForTaskToken",
        _ => null,
    };

    private static Dictionary<string, Patterns> Actions(Patterns patterns, params string[] names) =>
        new Dictionary<string, Patterns>(StringComparer.Ordinal).With(patterns, names);

    private static Dictionary<string, Patterns> With(this Dictionary<string, Patterns> actions, Patterns patterns, params string[] names)
    {
        foreach (string name in names)
            actions.Add(name, patterns);
        return actions;
    }
}
