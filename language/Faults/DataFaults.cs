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

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        PassResultIsStatic,
        PayloadKeyWithoutDollar,
        NoPath,
        FieldWithoutEffect,
        UnknownContextField,
    ];
}
