namespace Compiled.Language.Faults;

/// <summary>Faults of paths, intrinsic calls, templates, timestamps and JSONata: ASL1201 to ASL1229.</summary>
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

    /// <summary>An expression that does not parse.</summary>
    public static readonly FaultDescriptor BadJsonata =
        new("ASL1209", "bad-jsonata", "The JSONata expression does not parse", Severity.Error);

    /// <summary>A name, <c>$</c> or <c>$$</c> where an expression has no input.</summary>
    public static readonly FaultDescriptor JsonataUnqualifiedReference =
        new("ASL1210", "jsonata-unqualified-reference", "The JSONata expression reads an input that it does not have", Severity.Error);

    /// <summary>A member of <c>$states</c> that does not exist, or not there.</summary>
    public static readonly FaultDescriptor JsonataBadStatesReference =
        new("ASL1211", "jsonata-bad-states-reference", "The member of '$states' does not exist there", Severity.Error);

    /// <summary>A call of a function that does not exist; <c>$eval</c> is an error.</summary>
    public static readonly FaultDescriptor JsonataUnknownFunction =
        new("ASL1212", "jsonata-unknown-function", "The JSONata expression calls a function that does not exist", Severity.Warning);

    /// <summary>Arguments whose number or types a built-in function always refuses.</summary>
    public static readonly FaultDescriptor JsonataBadArgument =
        new("ASL1213", "jsonata-bad-argument", "The JSONata function fails with these arguments", Severity.Warning);

    /// <summary>A constant argument of an intrinsic call with which it fails on every run.</summary>
    public static readonly FaultDescriptor BadIntrinsicArgument =
        new("ASL1220", "bad-intrinsic-argument", "The argument of the intrinsic call cannot work", Severity.Warning);

    /// <summary>A path, or a key ending in <c>.$</c>, in a JSONata state, where it is plain text.</summary>
    public static readonly FaultDescriptor JsonPathInJsonataText =
        new("ASL1221", "jsonpath-in-jsonata-text", "Text that JSONPath would evaluate stands in a JSONata state", Severity.Warning);

    /// <summary>A text in <c>{% %}</c> in a JSONPath state, where it is plain text.</summary>
    public static readonly FaultDescriptor JsonataInJsonPathText =
        new("ASL1222", "jsonata-in-jsonpath-text", "Text that JSONata would evaluate stands in a JSONPath state", Severity.Warning);

    /// <summary>An operation on values of a type that it never takes.</summary>
    public static readonly FaultDescriptor JsonataAlwaysFails =
        new("ASL1223", "jsonata-always-fails", "The JSONata expression fails on every run", Severity.Warning);

    /// <summary>An expression whose value is known to be of a type that its field does not take.</summary>
    public static readonly FaultDescriptor JsonataTypeMismatch =
        new("ASL1224", "jsonata-type-mismatch", "The JSONata expression gives another type than its field takes", Severity.Warning);

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
        JsonataUnqualifiedReference,
        JsonataBadStatesReference,
        JsonataUnknownFunction,
        JsonataBadArgument,
        BadIntrinsicArgument,
        JsonPathInJsonataText,
        JsonataInJsonPathText,
        JsonataAlwaysFails,
        JsonataTypeMismatch,
    ];
}
