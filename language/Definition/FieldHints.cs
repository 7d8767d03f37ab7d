namespace Compiled.Language.Definition;

/// <summary>What helps to write fields of the <see cref="FieldTable"/>: defaults, examples, and which are out of date.</summary>
internal static class FieldHints
{
    /// <summary>The rows; a field without any of the three has none.</summary>
    public static IReadOnlyList<FieldHint> Rows { get; } =
    [
        .. Defaults(),
        new FieldHint("Iterator", Place.Map).ReplacedBy("ItemProcessor"),
        new FieldHint("Parameters", Place.Map).ReplacedBy("ItemSelector"),
        .. Examples(),
    ];

    /// <summary>The hint for a field in a place, or null.</summary>
    public static FieldHint? Find(string name, Place place) =>
        Rows.FirstOrDefault(row => row.Name == name && (row.Places & place) != 0);

    private static FieldHint[] Defaults() =>
    [
        new FieldHint("Version", Place.Machine).Otherwise("\"1.0\""),
        new FieldHint("QueryLanguage", Place.Machine).Otherwise("\"JSONPath\""),
        new FieldHint("Mode", Place.ProcessorConfig).Otherwise("\"INLINE\""),
        new FieldHint("InputPath", Place.AnyState & ~Place.Fail).Otherwise("\"$\"").Such("\"$.order\""),
        new FieldHint("OutputPath", Place.AnyState & ~Place.Fail).Otherwise("\"$\"").Such("\"$.order\""),
        new FieldHint("ResultPath", Place.AnyWork | Place.Pass).Otherwise("\"$\"").Such("\"$.result\"", "null"),
        new FieldHint("ResultPath", Place.Catcher).Otherwise("\"$\"").Such("\"$.error\"", "null"),
        new FieldHint("ItemsPath", Place.Map).Otherwise("\"$\"").Such("\"$.items\""),
        new FieldHint("MaxConcurrency", Place.Map).Otherwise("0"),
        new FieldHint("ToleratedFailureCount", Place.Map).Otherwise("0"),
        new FieldHint("ToleratedFailurePercentage", Place.Map).Otherwise("0"),
        new FieldHint("CSVDelimiter", Place.ReaderConfig).Otherwise("\"COMMA\""),
        new FieldHint("IntervalSeconds", Place.Retrier).Otherwise("1"),
        new FieldHint("MaxAttempts", Place.Retrier).Otherwise("3"),
        new FieldHint("BackoffRate", Place.Retrier).Otherwise("2.0"),
        new FieldHint("JitterStrategy", Place.Retrier).Otherwise("\"NONE\""),
    ];

    private static FieldHint[] Examples() =>
    [
        new FieldHint("Resource", Place.Task).Such(
            "\"arn:aws:states:::lambda:invoke\"", "\"arn:aws:states:::lambda:invoke.waitForTaskToken\"", "\"arn:aws:states:::sqs:sendMessage\"",
            "\"arn:aws:states:::sns:publish\"", "\"arn:aws:states:::states:startExecution.sync:2\"", "\"arn:aws:states:::aws-sdk:s3:getObject\""),
        new FieldHint("Resource", Place.ItemReader).Such("\"arn:aws:states:::s3:getObject\"", "\"arn:aws:states:::s3:listObjectsV2\""),
        new FieldHint("Resource", Place.ResultWriter).Such("\"arn:aws:states:::s3:putObject\""),
        new FieldHint("RoleArn", Place.Credentials).Such("\"arn:aws:iam::111122223333:role/Worker\""),
        new FieldHint("TimeoutSeconds", Place.Task | Place.Machine).Such("300"),
        new FieldHint("TimeoutSecondsPath", Place.Task).Such("\"$.timeout\""),
        new FieldHint("HeartbeatSeconds", Place.Task).Such("60"),
        new FieldHint("HeartbeatSecondsPath", Place.Task).Such("\"$.heartbeat\""),
        new FieldHint("Seconds", Place.Wait).Such("10"),
        new FieldHint("SecondsPath", Place.Wait).Such("\"$.seconds\""),
        new FieldHint("Timestamp", Place.Wait).Such("\"2030-01-31T08:00:00Z\""),
        new FieldHint("TimestampPath", Place.Wait).Such("\"$.until\""),
        new FieldHint("Error", Place.Fail).Such("\"OrderRefused\""),
        new FieldHint("Cause", Place.Fail).Such("\"The order has no items.\""),
        new FieldHint("ErrorPath", Place.Fail).Such("\"$.error.Error\""),
        new FieldHint("CausePath", Place.Fail).Such("\"$.error.Cause\"", "\"States.Format('Order {} was refused.', $.id)\""),
        new FieldHint("Variable", Place.AnyRule).Such("\"$.status\""),
        new FieldHint("Condition", Place.Rule).Such("\"{% $states.input.total > 100 %}\""),
        new FieldHint("Items", Place.Map).Such("\"{% $states.input.items %}\""),
        new FieldHint("Output", (Place.AnyState & ~Place.Fail) | Place.Rule).Such("\"{% $states.input %}\""),
        new FieldHint("Output", Place.Catcher).Such("\"{% $states.errorOutput %}\""),
        new FieldHint("ItemsPointer", Place.ReaderConfig).Such("\"/orders/items\""),
        new FieldHint("MaxItemsPerBatch", Place.ItemBatcher).Such("100"),
        new FieldHint("ErrorEquals", Place.Retrier | Place.Catcher).Such("[\"States.ALL\"]", "[\"States.TaskFailed\"]", "[\"States.Timeout\"]"),
        new FieldHint("MaxDelaySeconds", Place.Retrier).Such("60"),
    ];
}
