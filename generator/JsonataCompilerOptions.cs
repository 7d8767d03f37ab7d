using System.Collections.Generic;

namespace Compiled.Generator;

/// <summary>How the class of an expression is to be called, and which variables it takes.</summary>
public sealed record JsonataCompilerOptions
{
    /// <summary>The namespace of the class; empty for the global one.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the class.</summary>
    public string ClassName { get; init; } = "Expression";

    /// <summary>The name of the method.</summary>
    public string MethodName { get; init; } = "Evaluate";

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public string Accessibility { get; init; } = "public";

    /// <summary>The variables that are parameters, in order, each without its <c>$</c>. Others that the expression does not bind itself are undefined.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];
}
