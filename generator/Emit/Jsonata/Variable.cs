namespace Compiled.Generator.Emit.Jsonata;

/// <summary>A variable of the expression, and the C# local that holds it.</summary>
/// <param name="Local">The C# local.</param>
/// <param name="Kinds">What it can be.</param>
internal sealed record Variable(string Local, Kinds Kinds)
{
    /// <summary>The C# type of the local.</summary>
    public Form Form { get; init; }

    /// <summary>Whether it is bound more than once, or before it is certain what it is.</summary>
    public bool IsMutable { get; init; }

    public Term Read() => new(Local, Form, Kinds) { IsStable = !IsMutable };
}
