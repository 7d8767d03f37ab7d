using Compiled.Language.Binding;
using static Compiled.Language.Definition.FieldKind;

namespace Compiled.Language.Definition;

/// <summary>
/// Every field of the language: where it may stand, in which query language, what it holds, and which fields exclude each
/// other. FEATURES L-024 and sections A1, A8 to A17.
/// </summary>
internal static class FieldTable
{
    /// <summary>The greatest number of seconds, and of attempts, that the language has.</summary>
    public const double Most = 99_999_999;

    /// <summary>The rows. To add a field, add a row and read it in the binder of its place.</summary>
    public static IReadOnlyList<Field> Fields { get; } =
    [
        .. Flows(), .. AnyStates(), .. DataFlow(), .. Tasks(), .. Choices(), .. Conditions(), .. WaitsAndFails(),
        .. ParallelsAndMaps(), .. Readers(), .. Batches(), .. Errors(),
    ];

    /// <summary>The fields that exclude each other.</summary>
    public static IReadOnlyList<FieldGroup> Groups { get; } =
    [
        new(Place.Task, false, "TimeoutSeconds", "TimeoutSecondsPath"),
        new(Place.Task, false, "HeartbeatSeconds", "HeartbeatSecondsPath"),
        new(Place.Wait, true, "Seconds", "SecondsPath", "Timestamp", "TimestampPath"),
        new(Place.Fail, false, "Error", "ErrorPath"),
        new(Place.Fail, false, "Cause", "CausePath"),
        new(Place.Map, true, "ItemProcessor", "Iterator"),
        new(Place.Map, false, "ItemSelector", "Parameters"),
        new(Place.Map, false, "MaxConcurrency", "MaxConcurrencyPath"),
        new(Place.Map, false, "ToleratedFailureCount", "ToleratedFailureCountPath"),
        new(Place.Map, false, "ToleratedFailurePercentage", "ToleratedFailurePercentagePath"),
        new(Place.ReaderConfig, false, "MaxItems", "MaxItemsPath"),
        new(Place.ItemBatcher, false, "MaxItemsPerBatch", "MaxItemsPerBatchPath"),
        new(Place.ItemBatcher, false, "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"),
        new(Place.ResultWriter, true, "Resource", "WriterConfig"),
    ];

    private static readonly Dictionary<string, Field[]> s_byName =
        Fields.GroupBy(field => field.Name).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The row for a name in a place, or null.</summary>
    public static Field? Find(string name, Place place) =>
        Rows(name).FirstOrDefault(field => (field.Places & place) != 0);

    /// <summary>All places where the name is a field; <see cref="Place.None"/> where it is none anywhere.</summary>
    public static Place PlacesOf(string name) => Rows(name).Aggregate(Place.None, (places, field) => places | field.Places);

    /// <summary>The fields of a place that one may write in the given query language.</summary>
    public static IEnumerable<Field> Of(Place place, QueryLanguage language) =>
        Fields.Where(field => (field.Places & place) != 0 && IsIn(field, language));

    /// <summary>Whether the field is known in the language.</summary>
    public static bool IsIn(Field field, QueryLanguage language) =>
        language == QueryLanguage.Jsonata ? field.InJsonata : field.InJsonPath;

    private static Field[] Rows(string name) => s_byName.TryGetValue(name, out Field[]? rows) ? rows : [];

    private static Field[] Flows() =>
    [
        // StartAt, States and Type have faults of their own when absent, so they aren't marked as required.
        new("StartAt", Place.AnyFlow, StateName),
        new("States", Place.AnyFlow, FieldKind.Object),
        new("Comment", Place.AnyFlow | Place.AnyState | Place.AnyRule | Place.Retrier | Place.Catcher, Text),
        new Field("Version", Place.Machine, Word).OneOf("1.0"),
        new Field("TimeoutSeconds", Place.Machine, Integer).Between(1, Most - 1),
        new("QueryLanguage", Place.Machine | Place.AnyState, Special),
        new("ProcessorConfig", Place.ItemProcessor, FieldKind.Object),
        new Field("Mode", Place.ProcessorConfig, Word).OneOf("INLINE", "DISTRIBUTED"),
        new Field("ExecutionType", Place.ProcessorConfig, Word).OneOf("STANDARD", "EXPRESS"),
    ];

    private static Field[] AnyStates() =>
    [
        new("Type", Place.AnyState, Special),
        new("Next", Place.AnyStep, StateName),
        new("End", Place.AnyStep, FieldKind.Boolean),
        new("Retry", Place.AnyWork, FieldKind.Array),
        new("Catch", Place.AnyWork, FieldKind.Array),
    ];

    private static Field[] DataFlow() =>
    [
        new Field("InputPath", Place.AnyState & ~Place.Fail, FieldKind.DataPath).JsonPathOnly(),
        new Field("OutputPath", Place.AnyState & ~Place.Fail, FieldKind.DataPath).JsonPathOnly(),
        new Field("Parameters", Place.AnyWork | Place.Pass, Template).JsonPathOnly(),
        new Field("ResultSelector", Place.AnyWork, Template).JsonPathOnly(),
        new Field("ResultPath", Place.AnyWork | Place.Pass | Place.Catcher, ResultPath).JsonPathOnly(),
        new Field("Result", Place.Pass, Literal).JsonPathOnly(),
        new Field("Arguments", Place.Task | Place.Parallel, ObjectTemplate).JsonataOnly().OrExpression(),
        new Field("Output", (Place.AnyState & ~Place.Fail) | Place.Rule | Place.Catcher, Template).JsonataOnly(),
        new("Assign", Place.AnyStep | Place.Choice | Place.Rule | Place.Catcher, FieldKind.Object),
    ];

    private static Field[] Tasks() =>
    [
        new Field("Resource", Place.Task, Text).Required(),
        new Field("TimeoutSeconds", Place.Task, Integer).Between(1, Most).OrExpression(),
        new Field("TimeoutSecondsPath", Place.Task, ReferencePath).JsonPathOnly(),
        new Field("HeartbeatSeconds", Place.Task, Integer).Between(1, Most).OrExpression(),
        new Field("HeartbeatSecondsPath", Place.Task, ReferencePath).JsonPathOnly(),
        new("Credentials", Place.Task, FieldKind.Object),
        new Field("RoleArn", Place.Credentials, Text).OrExpression(),
        new Field("RoleArn.$", Place.Credentials, Literal).JsonPathOnly(),
    ];

    private static Field[] Choices() =>
    [
        new Field("Choices", Place.Choice, FilledArray).Required(),
        new("Default", Place.Choice, StateName),
        new Field("Next", Place.Rule, StateName).Required(),
        new Field("Condition", Place.Rule, FieldKind.Boolean).JsonataOnly().OrExpression().Required(),
        new Field("Variable", Place.AnyRule, Path).JsonPathOnly(),
        new Field("And", Place.AnyRule, FilledArray).JsonPathOnly(),
        new Field("Or", Place.AnyRule, FilledArray).JsonPathOnly(),
        new Field("Not", Place.AnyRule, FieldKind.Object).JsonPathOnly(),
    ];

    private static IEnumerable<Field> Conditions() =>
        ComparisonTable.Rows.Select(row => new Field(row.Name, Place.AnyRule, row.OperandKind).JsonPathOnly());

    private static Field[] WaitsAndFails() =>
    [
        new Field("Seconds", Place.Wait, Integer).Between(0, Most).OrExpression(),
        new Field("SecondsPath", Place.Wait, ReferencePath).JsonPathOnly(),
        new Field("Timestamp", Place.Wait, Timestamp).OrExpression(),
        new Field("TimestampPath", Place.Wait, ReferencePath).JsonPathOnly(),
        new Field("Error", Place.Fail, Text).OrExpression(),
        new Field("ErrorPath", Place.Fail, TextPath).JsonPathOnly(),
        new Field("Cause", Place.Fail, Text).OrExpression(),
        new Field("CausePath", Place.Fail, TextPath).JsonPathOnly(),
    ];

    private static Field[] ParallelsAndMaps() =>
    [
        new Field("Branches", Place.Parallel, FilledArray).Required(),
        new("ItemProcessor", Place.Map, FieldKind.Object),
        new("Iterator", Place.Map, FieldKind.Object),
        new Field("ItemsPath", Place.Map, Path).JsonPathOnly(),
        new Field("Items", Place.Map, ArrayTemplate).JsonataOnly().OrExpression(),
        new("ItemSelector", Place.Map, Template),
        new Field("MaxConcurrency", Place.Map, Integer).Between(0, int.MaxValue).OrExpression(),
        new Field("MaxConcurrencyPath", Place.Map, ReferencePath).JsonPathOnly(),
        new Field("ToleratedFailureCount", Place.Map, Integer).Between(0, int.MaxValue).OrExpression(),
        new Field("ToleratedFailureCountPath", Place.Map, ReferencePath).JsonPathOnly(),
        new Field("ToleratedFailurePercentage", Place.Map, Number).Between(0, 100).OrExpression(),
        new Field("ToleratedFailurePercentagePath", Place.Map, ReferencePath).JsonPathOnly(),
        new("Label", Place.Map, Text),
        new("ItemReader", Place.Map, FieldKind.Object),
        new("ItemBatcher", Place.Map, FieldKind.Object),
        new("ResultWriter", Place.Map, FieldKind.Object),
    ];

    private static Field[] Readers() =>
    [
        new Field("Resource", Place.ItemReader, Text).Required(),
        new("Resource", Place.ResultWriter, Text),
        new Field("Parameters", Place.ItemReader | Place.ResultWriter, Template).JsonPathOnly(),
        new Field("Arguments", Place.ItemReader | Place.ResultWriter, ObjectTemplate).JsonataOnly().OrExpression(),
        new("ReaderConfig", Place.ItemReader, FieldKind.Object),
        new Field("InputType", Place.ReaderConfig, Word).OneOf("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"),
        new Field("CSVHeaderLocation", Place.ReaderConfig, Word).OneOf("FIRST_ROW", "GIVEN"),
        new("CSVHeaders", Place.ReaderConfig, FieldKind.Array),
        new Field("CSVDelimiter", Place.ReaderConfig, Word).OneOf("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"),
        new Field("ManifestType", Place.ReaderConfig, Word).OneOf("ATHENA_DATA", "S3_INVENTORY"),
        new Field("Transformation", Place.ReaderConfig, Word).OneOf("NONE", "LOAD_AND_FLATTEN"),
        new("ItemsPointer", Place.ReaderConfig, Text),
        // FEATURES L-308: 0 means all, against RULES, where other tools want at least 1.
        new Field("MaxItems", Place.ReaderConfig, Integer).Between(0, 100_000_000).OrExpression(),
        new Field("MaxItemsPath", Place.ReaderConfig, ReferencePath).JsonPathOnly(),
        new("WriterConfig", Place.ResultWriter, FieldKind.Object),
        new Field("Transformation", Place.WriterConfig, Word).OneOf("NONE", "COMPACT", "FLATTEN"),
        new Field("OutputType", Place.WriterConfig, Word).OneOf("JSON", "JSONL").Required(),
    ];

    private static Field[] Batches() =>
    [
        new Field("MaxItemsPerBatch", Place.ItemBatcher, Integer).Between(1, int.MaxValue).OrExpression(),
        new Field("MaxItemsPerBatchPath", Place.ItemBatcher, ReferencePath).JsonPathOnly(),
        new Field("MaxInputBytesPerBatch", Place.ItemBatcher, Integer).Between(1, 262_144).OrExpression(),
        new Field("MaxInputBytesPerBatchPath", Place.ItemBatcher, ReferencePath).JsonPathOnly(),
        new("BatchInput", Place.ItemBatcher, Template),
    ];

    private static Field[] Errors() =>
    [
        new Field("ErrorEquals", Place.Retrier | Place.Catcher, FilledArray).Required(),
        new Field("IntervalSeconds", Place.Retrier, Integer).Between(1, Most),
        new Field("MaxAttempts", Place.Retrier, Integer).Between(0, Most),
        new Field("BackoffRate", Place.Retrier, Number).Between(1),
        new Field("MaxDelaySeconds", Place.Retrier, Integer).Between(1, 31_622_400),
        new Field("JitterStrategy", Place.Retrier, Word).OneOf("FULL", "NONE"),
        new Field("Next", Place.Catcher, StateName).Required(),
    ];
}
