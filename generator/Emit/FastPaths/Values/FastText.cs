namespace Compiled.Generator.Emit.FastPaths.Values;

/// <summary>A text that is put together only where it is needed, which is mostly where an output is written.</summary>
/// <param name="name">The local that holds it where it is needed before.</param>
/// <param name="code">The C# expression that makes it.</param>
internal abstract class FastText(string name, string code) : FastValue
{
    public string Name { get; } = name;

    public string Code { get; } = code;

    // As one local: it is left to the frames where it might be larger than that.
    public override int Leaves => 1;

    public override int Text => 0;

    public override int Depth => 0;

    public override bool IsSame(FastValue other) => other is FastText text && text.Name == Name && text.Code == Code;

    /// <summary>Whether it is put together of what is in this local.</summary>
    public abstract bool Mentions(string local);
}
