using System.Collections.Generic;

namespace Compiled.Generator.Emit.Data;

/// <summary>An object that is not built where it is made: its members stay in locals until it is needed whole.</summary>
internal sealed class KeptObject(int number, string method, IReadOnlyList<string> names)
{
    /// <summary>Which one it is, counted from 1 within a flow: the value of the local <c>kept</c> while the data is this object.</summary>
    public int Number { get; } = number;

    /// <summary>The method that builds it.</summary>
    public string Method { get; } = method;

    /// <summary>The names of its members in order.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
