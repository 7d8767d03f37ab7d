namespace Compiled.Generator.Emit.FastPaths.Values;

/// <summary>A whole number of 32 bits in a C# <c>long</c> local: what <c>States.MathAdd</c> gives, and a loop's counter.</summary>
/// <param name="name">The local.</param>
/// <param name="supposed">Where ways meet of which some bring any value, which is supposed to be such a number: what isn't leaves the path. Null where all are known to be.</param>
internal sealed class FastInteger(string name, string? supposed = null) : FastValue
{
    public string Name { get; } = name;

    public string? Supposed { get; } = supposed;

    public override int Leaves => 1;

    public override int Text => 0;

    public override int Depth => 0;

    public override bool IsSame(FastValue other) => other is FastInteger integer && integer.Name == Name;
}
