using Compiled.Language.Binding;
using Kind = Compiled.Language.Definition.FieldKind;

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

    // Asked for with every object of a definition.
    private static readonly Dictionary<Place, Field[]> s_byPlace =
        PlaceNames.All.ToDictionary(place => place, place => Fields.Where(field => (field.Places & place) != 0).ToArray());

    private static readonly Dictionary<Place, Field[]> s_required =
        PlaceNames.All.ToDictionary(place => place, place => s_byPlace[place].Where(field => field.IsRequired).ToArray());

    private static readonly Dictionary<Place, FieldGroup[]> s_groups =
        PlaceNames.All.ToDictionary(place => place, place => Groups.Where(group => group.Place == place).ToArray());

    /// <summary>The row for a name in a place, or null.</summary>
    public static Field? Find(string name, Place place)
    {
        foreach (Field field in Rows(name))
        {
            if ((field.Places & place) != 0)
                return field;
        }
        return null;
    }

    /// <summary>The fields that must be there in a place, in whichever language they are known.</summary>
    public static Field[] RequiredIn(Place place) => s_required[place];

    /// <summary>The groups of a place.</summary>
    public static FieldGroup[] GroupsOf(Place place) => s_groups[place];

    /// <summary>All places where the name is a field; <see cref="Place.None"/> where it is none anywhere.</summary>
    public static Place PlacesOf(string name) => Rows(name).Aggregate(Place.None, (places, field) => places | field.Places);

    /// <summary>The fields of a place that one may write in the given query language.</summary>
    public static IEnumerable<Field> Of(Place place, QueryLanguage language) =>
        s_byPlace[place].Where(field => IsIn(field, language));

    /// <summary>Whether the field is known in the language.</summary>
    public static bool IsIn(Field field, QueryLanguage language) =>
        language == QueryLanguage.Jsonata ? field.InJsonata : field.InJsonPath;

    private static Field[] Rows(string name) => s_byName.TryGetValue(name, out Field[]? rows) ? rows : [];

    private static Field[] Flows() =>
    [
        // StartAt, States and Type have faults of their own when absent, so they aren't marked as required.
        new("StartAt", Place.AnyFlow, Kind.StateName),
        new("States", Place.AnyFlow, Kind.Object),
        new("Comment", Place.AnyFlow | Place.AnyState | Place.AnyRule | Place.Retrier | Place.Catcher, Kind.Text),
        new Field("Version", Place.Machine, Kind.Word).OneOf("1.0"),
        new Field("TimeoutSeconds", Place.Machine, Kind.Integer).Between(1, Most - 1),
        new("QueryLanguage", Place.Machine | Place.AnyState, Kind.Special),
        new("ProcessorConfig", Place.ItemProcessor, Kind.Object),
        new Field("Mode", Place.ProcessorConfig, Kind.Word).OneOf("INLINE", "DISTRIBUTED"),
        new Field("ExecutionType", Place.ProcessorConfig, Kind.Word).OneOf("STANDARD", "EXPRESS"),
    ];

    private static Field[] AnyStates() =>
    [
        new("Type", Place.AnyState, Kind.Special),
        new("Next", Place.AnyStep, Kind.StateName),
        new("End", Place.AnyStep, Kind.Boolean),
        new("Retry", Place.AnyWork, Kind.Array),
        new("Catch", Place.AnyWork, Kind.Array),
    ];

    private static Field[] DataFlow() =>
    [
        new Field("InputPath", Place.AnyState & ~Place.Fail, Kind.DataPath).JsonPathOnly(),
        new Field("OutputPath", Place.AnyState & ~Place.Fail, Kind.DataPath).JsonPathOnly(),
        new Field("Parameters", Place.AnyWork | Place.Pass, Kind.Template).JsonPathOnly(),
        new Field("ResultSelector", Place.AnyWork, Kind.Template).JsonPathOnly(),
        new Field("ResultPath", Place.AnyWork | Place.Pass | Place.Catcher, Kind.ResultPath).JsonPathOnly(),
        new Field("Result", Place.Pass, Kind.Literal).JsonPathOnly(),
        new Field("Arguments", Place.Task | Place.Parallel, Kind.ObjectTemplate).JsonataOnly().OrExpression(),
        new Field("Output", (Place.AnyState & ~Place.Fail) | Place.Rule | Place.Catcher, Kind.Template).JsonataOnly(),
        new("Assign", Place.AnyStep | Place.Choice | Place.Rule | Place.Catcher, Kind.Object),
    ];

    private static Field[] Tasks() =>
    [
        new Field("Resource", Place.Task, Kind.Text).Required(),
        new Field("TimeoutSeconds", Place.Task, Kind.Integer).Between(1, Most).OrExpression(),
        new Field("TimeoutSecondsPath", Place.Task, Kind.ReferencePath).JsonPathOnly(),
        new Field("HeartbeatSeconds", Place.Task, Kind.Integer).Between(1, Most).OrExpression(),
        new Field("HeartbeatSecondsPath", Place.Task, Kind.ReferencePath).JsonPathOnly(),
        new("Credentials", Place.Task, Kind.Object),
        new Field("RoleArn", Place.Credentials, Kind.Text).OrExpression(),
        new Field("RoleArn.$", Place.Credentials, Kind.Literal).JsonPathOnly(),
    ];

    private static Field[] Choices() =>
    [
        new Field("Choices", Place.Choice, Kind.FilledArray).Required(),
        new("Default", Place.Choice, Kind.StateName),
        new Field("Next", Place.Rule, Kind.StateName).Required(),
        new Field("Condition", Place.Rule, Kind.Boolean).JsonataOnly().OrExpression().Required(),
        new Field("Variable", Place.AnyRule, Kind.Path).JsonPathOnly(),
        new Field("And", Place.AnyRule, Kind.FilledArray).JsonPathOnly(),
        new Field("Or", Place.AnyRule, Kind.FilledArray).JsonPathOnly(),
        new Field("Not", Place.AnyRule, Kind.Object).JsonPathOnly(),
    ];

    private static IEnumerable<Field> Conditions() =>
        ComparisonTable.Rows.Select(row => new Field(row.Name, Place.AnyRule, row.OperandKind).JsonPathOnly());

    private static Field[] WaitsAndFails() =>
    [
        new Field("Seconds", Place.Wait, Kind.Integer).Between(0, Most).OrExpression(),
        new Field("SecondsPath", Place.Wait, Kind.ReferencePath).JsonPathOnly(),
        new Field("Timestamp", Place.Wait, Kind.Timestamp).OrExpression(),
        new Field("TimestampPath", Place.Wait, Kind.ReferencePath).JsonPathOnly(),
        new Field("Error", Place.Fail, Kind.Text).OrExpression(),
        new Field("ErrorPath", Place.Fail, Kind.TextPath).JsonPathOnly(),
        new Field("Cause", Place.Fail, Kind.Text).OrExpression(),
        new Field("CausePath", Place.Fail, Kind.TextPath).JsonPathOnly(),
    ];

    private static Field[] ParallelsAndMaps() =>
    [
        new Field("Branches", Place.Parallel, Kind.FilledArray).Required(),
        new("ItemProcessor", Place.Map, Kind.Object),
        new("Iterator", Place.Map, Kind.Object),
        new Field("ItemsPath", Place.Map, Kind.Path).JsonPathOnly(),
        new Field("Items", Place.Map, Kind.ArrayTemplate).JsonataOnly().OrExpression(),
        new("ItemSelector", Place.Map, Kind.Template),
        new Field("MaxConcurrency", Place.Map, Kind.Integer).Between(0, int.MaxValue).OrExpression(),
        new Field("MaxConcurrencyPath", Place.Map, Kind.ReferencePath).JsonPathOnly(),
        new Field("ToleratedFailureCount", Place.Map, Kind.Integer).Between(0, int.MaxValue).OrExpression(),
        new Field("ToleratedFailureCountPath", Place.Map, Kind.ReferencePath).JsonPathOnly(),
        new Field("ToleratedFailurePercentage", Place.Map, Kind.Number).Between(0, 100).OrExpression(),
        new Field("ToleratedFailurePercentagePath", Place.Map, Kind.ReferencePath).JsonPathOnly(),
        new("Label", Place.Map, Kind.Text),
        new("ItemReader", Place.Map, Kind.Object),
        new("ItemBatcher", Place.Map, Kind.Object),
        new("ResultWriter", Place.Map, Kind.Object),
    ];

    private static Field[] Readers() =>
    [
        new Field("Resource", Place.ItemReader, Kind.Text).Required(),
        new("Resource", Place.ResultWriter, Kind.Text),
        new Field("Parameters", Place.ItemReader | Place.ResultWriter, Kind.Template).JsonPathOnly(),
        new Field("Arguments", Place.ItemReader | Place.ResultWriter, Kind.ObjectTemplate).JsonataOnly().OrExpression(),
        new("ReaderConfig", Place.ItemReader, Kind.Object),
        new Field("InputType", Place.ReaderConfig, Kind.Word).OneOf("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"),
        new Field("CSVHeaderLocation", Place.ReaderConfig, Kind.Word).OneOf("FIRST_ROW", "GIVEN"),
        new("CSVHeaders", Place.ReaderConfig, Kind.Array),
        new Field("CSVDelimiter", Place.ReaderConfig, Kind.Word).OneOf("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"),
        new Field("ManifestType", Place.ReaderConfig, Kind.Word).OneOf("ATHENA_DATA", "S3_INVENTORY"),
        new Field("Transformation", Place.ReaderConfig, Kind.Word).OneOf("NONE", "LOAD_AND_FLATTEN"),
        new("ItemsPointer", Place.ReaderConfig, Kind.Text),
        // FEATURES L-308: 0 means all, against RULES, where other tools want at least 1.
        new Field("MaxItems", Place.ReaderConfig, Kind.Integer).Between(0, 100_000_000).OrExpression(),
        new Field("MaxItemsPath", Place.ReaderConfig, Kind.ReferencePath).JsonPathOnly(),
        new("WriterConfig", Place.ResultWriter, Kind.Object),
        new Field("Transformation", Place.WriterConfig, Kind.Word).OneOf("NONE", "COMPACT", "FLATTEN"),
        new Field("OutputType", Place.WriterConfig, Kind.Word).OneOf("JSON", "JSONL").Required(),
    ];

    private static Field[] Batches() =>
    [
        new Field("MaxItemsPerBatch", Place.ItemBatcher, Kind.Integer).Between(1, int.MaxValue).OrExpression(),
        new Field("MaxItemsPerBatchPath", Place.ItemBatcher, Kind.ReferencePath).JsonPathOnly(),
        new Field("MaxInputBytesPerBatch", Place.ItemBatcher, Kind.Integer).Between(1, 262_144).OrExpression(),
        new Field("MaxInputBytesPerBatchPath", Place.ItemBatcher, Kind.ReferencePath).JsonPathOnly(),
        new("BatchInput", Place.ItemBatcher, Kind.Template),
    ];

    private static Field[] Errors() =>
    [
        new Field("ErrorEquals", Place.Retrier | Place.Catcher, Kind.FilledArray).Required(),
        new Field("IntervalSeconds", Place.Retrier, Kind.Integer).Between(1, Most),
        new Field("MaxAttempts", Place.Retrier, Kind.Integer).Between(0, Most),
        new Field("BackoffRate", Place.Retrier, Kind.Number).Between(1),
        new Field("MaxDelaySeconds", Place.Retrier, Kind.Integer).Between(1, 31_622_400),
        new Field("JitterStrategy", Place.Retrier, Kind.Word).OneOf("FULL", "NONE"),
        new Field("Next", Place.Catcher, Kind.StateName).Required(),
    ];
}
