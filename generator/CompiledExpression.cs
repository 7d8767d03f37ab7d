using System.Collections.Generic;

namespace Compiled.Generator;

/// <summary>What <see cref="JsonataCompiler"/> makes of an expression.</summary>
/// <param name="Code">The text of a C# file; empty where there are errors. The same expression and options give the same text, byte for byte.</param>
/// <param name="Errors">What keeps the expression from being compiled; the first is the one that JSONata itself reports.</param>
public sealed record CompiledExpression(string Code, IReadOnlyList<JsonataCompileError> Errors);
