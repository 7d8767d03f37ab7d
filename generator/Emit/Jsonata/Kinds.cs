using System;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>What a value can be, as far as the expression tells.</summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Missing = 1,
    Null = 2,
    Boolean = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
    Function = 128,

    /// <summary>Anything that is there.</summary>
    Present = Null | Boolean | Number | String | Array | Object | Function,

    /// <summary>Anything.</summary>
    Any = Present | Missing,
}
