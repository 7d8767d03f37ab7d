namespace Compiled.Rules;

/// <summary>The kinds of values that Choice operators tell apart.</summary>
internal enum ValueClass
{
    /// <summary>A string; first, since it is what messages should name where several are possible.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The value false.</summary>
    False,

    /// <summary>The value true.</summary>
    True,

    /// <summary>The value null.</summary>
    Null,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,

    /// <summary>No value at all.</summary>
    Absent,
}
