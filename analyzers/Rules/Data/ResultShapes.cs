using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Rules;

/// <summary>
/// What the raw results of integrations look like, as the services' API references and recorded executions have them. Of what is not listed nothing is
/// supposed.
/// </summary>
internal static class ResultShapes
{
    private static readonly Shape s_any = Shape.Unknown;
    private static readonly Shape s_text = Shape.Of(IntrinsicKinds.String);
    private static readonly Shape s_number = Shape.Of(IntrinsicKinds.Number);
    private static readonly Shape s_object = Shape.Of(IntrinsicKinds.Object);
    private static readonly Shape s_array = Shape.Of(IntrinsicKinds.Array);

    private static readonly Dictionary<string, Shape> s_calls = new(StringComparer.Ordinal)
    {
        ["athena:startQueryExecution"] = Response(("QueryExecutionId", s_text)),
        ["batch:submitJob"] = Response(("JobArn", s_text), ("JobId", s_text), ("JobName", s_text)),
        ["dynamodb:deleteItem"] = Response(("Attributes", s_object.OrMissing()), ("ConsumedCapacity", s_any.OrMissing()), ("ItemCollectionMetrics", s_any.OrMissing())),
        ["dynamodb:getItem"] = Response(("Item", s_object.OrMissing()), ("ConsumedCapacity", s_any.OrMissing())),
        ["dynamodb:putItem"] = Response(("Attributes", s_object.OrMissing()), ("ConsumedCapacity", s_any.OrMissing()), ("ItemCollectionMetrics", s_any.OrMissing())),
        ["dynamodb:updateItem"] = Response(("Attributes", s_object.OrMissing()), ("ConsumedCapacity", s_any.OrMissing()), ("ItemCollectionMetrics", s_any.OrMissing())),
        ["events:putEvents"] = Response(("Entries", s_array), ("FailedEntryCount", s_number)),
        ["glue:startJobRun"] = Response(("JobRunId", s_text)),
        ["lambda:invoke"] = Response(
            ("ExecutedVersion", s_text.OrMissing()), ("FunctionError", s_text.OrMissing()), ("LogResult", s_text.OrMissing()), ("Payload", s_any.OrMissing()), ("StatusCode", s_number)),
        ["sns:publish"] = Response(("MessageId", s_text), ("SequenceNumber", s_text.OrMissing())),
        ["sqs:sendMessage"] = Response(
            ("MD5OfMessageAttributes", s_text.OrMissing()), ("MD5OfMessageBody", s_text), ("MD5OfMessageSystemAttributes", s_text.OrMissing()), ("MessageId", s_text), ("SequenceNumber", s_text.OrMissing())),
        ["states:startExecution"] = Response(("ExecutionArn", s_text), ("StartDate", s_any)),
    };

    /// <summary>The shape of a Task's raw result.</summary>
    public static Shape Of(TaskState task)
    {
        string key = $"{task.Arn.Service}:{task.Arn.Action}";
        return task.Arn.Pattern switch
        {
            _ when !task.Arn.IsKnownIntegration => Shape.Unknown,
            IntegrationPattern.RequestResponse => s_calls.TryGetValue(key, out Shape? shape) ? shape : Shape.Unknown,
            // What the child gave is text, and only '.sync:2' makes JSON of it.
            IntegrationPattern.Sync when key == "states:startExecution" => s_object.With("Output", s_text),
            _ => Shape.Unknown,
        };
    }

    private static Shape Response(params (string Name, Shape Value)[] members) => Shape.Object(
    [
        .. members.Select(member => new ShapeMember(member.Name, member.Value)),
        new ShapeMember("SdkHttpMetadata", s_any.OrMissing()),
        new ShapeMember("SdkResponseMetadata", s_any.OrMissing()),
    ]);
}
