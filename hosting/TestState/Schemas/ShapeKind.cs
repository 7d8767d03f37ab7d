namespace Compiled.TestState.Schemas;

/// <summary>What kind of JSON value a service gives.</summary>
internal enum ShapeKind
{
    /// <summary>Any value.</summary>
    Any,

    /// <summary>A string; times and binary data are strings too.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An array of one shape.</summary>
    List,

    /// <summary>An object whose members' names are data.</summary>
    Map,

    /// <summary>An object with known members.</summary>
    Structure,

    /// <summary>A shape that stands elsewhere under a name.</summary>
    Named,
}
