namespace Compiled.Values;

/// <summary>What a <see cref="JsonValue"/> holds: one of JSON's kinds, nothing at all, or a failure.</summary>
public enum JsonKind : byte
{
    /// <summary>No value: the default of <see cref="JsonValue"/>, and what a lookup gives for an absent member.</summary>
    Missing,

    /// <summary>JSON's null.</summary>
    Null,

    /// <summary>JSON's false.</summary>
    False,

    /// <summary>JSON's true.</summary>
    True,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON string.</summary>
    String,

    /// <summary>A JSON array.</summary>
    Array,

    /// <summary>A JSON object.</summary>
    Object,

    /// <summary>An error of an execution carried as a value; it is not JSON and cannot be written.</summary>
    Failure,

    /// <summary>A function of JSONata while an expression is evaluated; it is not JSON and cannot be written.</summary>
    Function,
}
