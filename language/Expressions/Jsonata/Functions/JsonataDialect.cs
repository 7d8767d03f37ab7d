namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Whose JSONata an expression is written in.</summary>
[Flags]
public enum JsonataDialect
{
    /// <summary>JSONata as its documentation has it, as in <c>[Jsonata]</c>.</summary>
    Standard = 1,

    /// <summary>Step Functions': without <c>$eval</c>, with functions of its own (FEATURES L-440, L-441).</summary>
    StepFunctions = 2,

    /// <summary>Both.</summary>
    Both = Standard | StepFunctions,
}
