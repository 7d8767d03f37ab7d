namespace Compiled.Language.Faults;

/// <summary>Faults of fields, whatever state they stand in: ASL1010 to ASL1039.</summary>
public static class FieldFaults
{
    /// <summary>A field that is not allowed here, for this state type or anywhere.</summary>
    public static readonly FaultDescriptor UnknownField =
        new("ASL1010", "unknown-field", "The field is not allowed here", Severity.Error);

    /// <summary>A required field, or all of a set of which one is required, is absent.</summary>
    public static readonly FaultDescriptor MissingField =
        new("ASL1011", "missing-field", "A required field is absent", Severity.Error);

    /// <summary>Fields that exclude each other, such as a field and its Path form.</summary>
    public static readonly FaultDescriptor ConflictingFields =
        new("ASL1012", "conflicting-fields", "Two fields exclude each other", Severity.Error);

    /// <summary>A value of the wrong JSON type.</summary>
    public static readonly FaultDescriptor BadType =
        new("ASL1013", "bad-type", "The value is of the wrong JSON type", Severity.Error);

    /// <summary>A value that is none of the allowed ones.</summary>
    public static readonly FaultDescriptor BadValue =
        new("ASL1014", "bad-value", "The value is none of the allowed ones", Severity.Error);

    /// <summary>A number outside its range, or a fraction where an integer is wanted.</summary>
    public static readonly FaultDescriptor OutOfRange =
        new("ASL1015", "out-of-range", "The number is outside its range", Severity.Error);

    /// <summary>An empty array, object or string where something is wanted.</summary>
    public static readonly FaultDescriptor EmptyValue =
        new("ASL1016", "empty-value", "The value is empty", Severity.Error);

    /// <summary>A machine, branch or item processor without StartAt.</summary>
    public static readonly FaultDescriptor MissingStartAt =
        new("ASL1017", "missing-start-at", "StartAt is absent", Severity.Error);

    /// <summary>A machine, branch or item processor without States.</summary>
    public static readonly FaultDescriptor MissingStates =
        new("ASL1018", "missing-states", "States is absent", Severity.Error);

    /// <summary>A state without Type.</summary>
    public static readonly FaultDescriptor MissingType =
        new("ASL1019", "missing-type", "The state has no Type", Severity.Error);

    /// <summary>A Type that is none of the eight.</summary>
    public static readonly FaultDescriptor UnknownType =
        new("ASL1020", "unknown-type", "The Type is none of the eight", Severity.Error);

    /// <summary>A QueryLanguage that is neither JSONPath nor JSONata.</summary>
    public static readonly FaultDescriptor BadQueryLanguage =
        new("ASL1021", "bad-query-language", "The query language is neither JSONPath nor JSONata", Severity.Error);

    /// <summary>A state that goes back to JSONPath in a machine that says JSONata.</summary>
    public static readonly FaultDescriptor QueryLanguageDowngrade =
        new("ASL1022", "query-language-downgrade", "A JSONPath state in a JSONata machine", Severity.Error);

    /// <summary>A JSONPath-only field in a JSONata state.</summary>
    public static readonly FaultDescriptor JsonPathInJsonata =
        new("ASL1023", "jsonpath-in-jsonata", "A JSONPath field in a JSONata state", Severity.Error);

    /// <summary>A JSONata-only field or expression in a JSONPath state.</summary>
    public static readonly FaultDescriptor JsonataInJsonPath =
        new("ASL1024", "jsonata-in-jsonpath", "A JSONata field or expression in a JSONPath state", Severity.Error);

    /// <summary>A placeholder such as <c>${Seconds}</c> in a field whose value must be known before the machine can run as meant.</summary>
    public static readonly FaultDescriptor Placeholder =
        new("ASL1025", "placeholder", "A placeholder stands where a value is wanted", Severity.Warning);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        UnknownField,
        MissingField,
        ConflictingFields,
        BadType,
        BadValue,
        OutOfRange,
        EmptyValue,
        MissingStartAt,
        MissingStates,
        MissingType,
        UnknownType,
        BadQueryLanguage,
        QueryLanguageDowngrade,
        JsonPathInJsonata,
        JsonataInJsonPath,
        Placeholder,
    ];
}
