namespace Compiled.Generator.Pipeline;

/// <summary>What a <see cref="PlainType"/> is.</summary>
public enum PlainKind
{
    /// <summary>A string, Boolean, 32- or 64-bit integer, double or decimal, or one of these that may be null: what the runtime reads and writes.</summary>
    Value,

    /// <summary>A class or record.</summary>
    Object,

    /// <summary><c>List&lt;T&gt;</c>.</summary>
    List,

    /// <summary><c>IReadOnlyList&lt;T&gt;</c>, read as a list.</summary>
    ReadOnlyList,

    /// <summary>An array of one dimension.</summary>
    Array,
}
