namespace Compiled.Language.Faults;

/// <summary>Faults of paths, intrinsic calls, templates, timestamps and JSONata delimiters: ASL1201 to ASL1229.</summary>
public static class ExpressionFaults
{
    /// <summary>Not a path where a path is wanted.</summary>
    public static readonly FaultDescriptor BadJsonPath =
        new("ASL1201", "bad-json-path", "The value is not a path", Severity.Error);

    /// <summary>A path that may name several places where one is wanted.</summary>
    public static readonly FaultDescriptor BadReferencePath =
        new("ASL1202", "bad-reference-path", "The path does not name exactly one place", Severity.Error);

    /// <summary>The value of a key ending in <c>.$</c> is neither a path nor an intrinsic call.</summary>
    public static readonly FaultDescriptor BadPayloadPath =
        new("ASL1203", "bad-payload-path", "The value of a key ending in '.$' is neither a path nor an intrinsic call", Severity.Error);

    /// <summary>An intrinsic call that does not parse, is unknown, or has arguments of wrong number or type.</summary>
    public static readonly FaultDescriptor BadIntrinsic =
        new("ASL1204", "bad-intrinsic", "The intrinsic call is not well formed", Severity.Error);

    /// <summary>An intrinsic whose result cannot be the string that is wanted.</summary>
    public static readonly FaultDescriptor IntrinsicNotString =
        new("ASL1205", "intrinsic-not-string", "The intrinsic call does not give a string", Severity.Error);

    /// <summary>Both <c>x</c> and <c>x.$</c> in one object of a template.</summary>
    public static readonly FaultDescriptor DuplicatePayloadKey =
        new("ASL1206", "duplicate-payload-key", "A template sets one key twice, with and without '.$'", Severity.Error);

    /// <summary>Not an RFC 3339 timestamp with T and an offset.</summary>
    public static readonly FaultDescriptor BadTimestamp =
        new("ASL1207", "bad-timestamp", "The value is not a timestamp", Severity.Error);

    /// <summary><c>{%</c> without <c>%}</c> or the reverse.</summary>
    public static readonly FaultDescriptor JsonataDelimiter =
        new("ASL1208", "jsonata-delimiter", "A JSONata expression has only one of its delimiters", Severity.Error);

    /// <summary>A JSONata expression that does not parse.</summary>
    public static readonly FaultDescriptor BadJsonata =
        new("ASL1209", "bad-jsonata", "The expression is not JSONata", Severity.Error);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        BadJsonPath,
        BadReferencePath,
        BadPayloadPath,
        BadIntrinsic,
        IntrinsicNotString,
        DuplicatePayloadKey,
        BadTimestamp,
        JsonataDelimiter,
        BadJsonata,
    ];
}
