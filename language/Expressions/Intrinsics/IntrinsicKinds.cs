namespace Compiled.Language.Expressions;

/// <summary>The JSON kinds that an argument may be or a result may have.</summary>
[Flags]
public enum IntrinsicKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>A string.</summary>
    String = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>True or false.</summary>
    Boolean = 4,

    /// <summary>An object.</summary>
    Object = 8,

    /// <summary>An array.</summary>
    Array = 16,

    /// <summary>Null.</summary>
    Null = 32,

    /// <summary>Anything.</summary>
    Any = String | Number | Boolean | Object | Array | Null,
}
