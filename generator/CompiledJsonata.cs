using System.Collections.Generic;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator;

/// <summary>What <see cref="JsonataCompiler"/> makes of an expression: the text of a C# file, or what keeps it from being one.</summary>
public sealed class CompiledJsonata(string code, IReadOnlyList<JsonataSyntaxError> errors)
{
    /// <summary>The C# source; empty where there are errors.</summary>
    public string Code { get; } = code;

    /// <summary>What is wrong with the expression, the first being the one that JSONata itself reports.</summary>
    public IReadOnlyList<JsonataSyntaxError> Errors { get; } = errors;
}
