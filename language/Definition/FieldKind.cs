namespace Compiled.Language.Definition;

/// <summary>What the value of a field must be, and so what the <see cref="FieldSet"/> holds for it.</summary>
internal enum FieldKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A string that is one of <see cref="Field.Words"/>.</summary>
    Word,

    /// <summary>A number without a fraction, between <see cref="Field.Minimum"/> and <see cref="Field.Maximum"/>.</summary>
    Integer,

    /// <summary>A number between <see cref="Field.Minimum"/> and <see cref="Field.Maximum"/>.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>An object, bound elsewhere.</summary>
    Object,

    /// <summary>An array, bound elsewhere.</summary>
    Array,

    /// <summary>An array that is not empty, bound elsewhere.</summary>
    FilledArray,

    /// <summary>Any JSON, never evaluated.</summary>
    Literal,

    /// <summary>Any JSON, as a template.</summary>
    Template,

    /// <summary>In JSONata an object, as a template.</summary>
    ObjectTemplate,

    /// <summary>In JSONata an array, as a template.</summary>
    ArrayTemplate,

    /// <summary>A path.</summary>
    Path,

    /// <summary>A path that names one place.</summary>
    ReferencePath,

    /// <summary>A path or null.</summary>
    DataPath,

    /// <summary>A path into the state's own input that names one place, or null.</summary>
    ResultPath,

    /// <summary>A path, or an intrinsic call that gives text.</summary>
    TextPath,

    /// <summary>The name of a state.</summary>
    StateName,

    /// <summary>An RFC 3339 timestamp.</summary>
    Timestamp,

    /// <summary>A value that the binder of the place checks itself.</summary>
    Special,
}
