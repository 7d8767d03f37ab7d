namespace Compiled.Generator.Emit.Jsonata;

/// <summary>The C# type of a term.</summary>
internal enum Form
{
    /// <summary>A <c>JsonValue</c>.</summary>
    Value,

    /// <summary>A <c>double</c>; NaN stands for missing.</summary>
    Number,

    /// <summary>A <c>bool</c>.</summary>
    Boolean,
}
