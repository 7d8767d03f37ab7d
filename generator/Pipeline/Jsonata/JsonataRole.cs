namespace Compiled.Generator.Pipeline;

/// <summary>What a parameter of a method marked <c>[Jsonata]</c> is for.</summary>
internal enum JsonataRole
{
    /// <summary>The expression's input.</summary>
    Input,

    /// <summary>A variable.</summary>
    Variable,

    /// <summary>The <c>Evaluation</c>.</summary>
    Evaluation,

    /// <summary>Where the result is written to.</summary>
    Output,
}
