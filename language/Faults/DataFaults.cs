namespace Compiled.Language.Faults;

/// <summary>Faults of the data that goes through a machine: ASL2301 to ASL2329.</summary>
public static class DataFaults
{
    /// <summary>A path in the Result of a Pass, where nothing is evaluated.</summary>
    public static readonly FaultDescriptor PassResultIsStatic =
        new("ASL2301", "pass-result-is-static", "A path in Result is not evaluated", Severity.Warning);

    /// <summary>A value that looks like a path under a key without <c>.$</c>.</summary>
    public static readonly FaultDescriptor PayloadKeyWithoutDollar =
        new("ASL2302", "payload-key-without-dollar", "A value looks like a path, but its key does not end in '.$'", Severity.Warning);

    /// <summary>A value that looks like a path in a field whose Path form was probably meant.</summary>
    public static readonly FaultDescriptor NoPath =
        new("ASL2303", "no-path", "A value looks like a path, but the field takes text", Severity.Warning);

    /// <summary>A field that another field keeps from acting.</summary>
    public static readonly FaultDescriptor FieldWithoutEffect =
        new("ASL2307", "field-without-effect", "The field has no effect", Severity.Warning);

    /// <summary>A field of the context object that does not exist, or not at this place.</summary>
    public static readonly FaultDescriptor UnknownContextField =
        new("ASL2309", "unknown-context-field", "The context object has no such field here", Severity.Warning);

    /// <summary>A path that the known shape of its data cannot have.</summary>
    public static readonly FaultDescriptor PathNeverPresent =
        new("ASL2304", "path-never-present", "The path leads to nothing", Severity.Warning);

    /// <summary>A path of a Choice that on some way to it leads to nothing, without an IsPresent before it.</summary>
    public static readonly FaultDescriptor PathMayBeAbsent =
        new("ASL2305", "path-never-present", "The path may lead to nothing", Severity.Warning);

    /// <summary>A ResultPath through a value that is known to be a scalar.</summary>
    public static readonly FaultDescriptor ResultPathMatchFailure =
        new("ASL2306", "result-path-match-failure", "ResultPath leads through a value that is no object", Severity.Warning);

    /// <summary>A path whose value is known to be of a type that the field does not take.</summary>
    public static readonly FaultDescriptor PathTypeMismatch =
        new("ASL2308", "path-type-mismatch", "The path leads to a value of the wrong type", Severity.Warning);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        PassResultIsStatic,
        PayloadKeyWithoutDollar,
        NoPath,
        FieldWithoutEffect,
        UnknownContextField,
        PathNeverPresent,
        PathMayBeAbsent,
        ResultPathMatchFailure,
        PathTypeMismatch,
    ];
}
