using Compiled.Generator.Pipeline;

namespace Compiled.Generator;

/// <summary>How the class of an expression is to be called, and which variables it takes.</summary>
public sealed record JsonataOptions
{
    /// <summary>The namespace of the class; empty for the global one.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the class.</summary>
    public string ClassName { get; init; } = "Expression";

    /// <summary>The name of the method.</summary>
    public string MethodName { get; init; } = "Evaluate";

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public string Accessibility { get; init; } = "public";

    /// <summary>Whether class and method are the other part of a declaration of the user's.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The variables that are parameters, in order, each without its <c>$</c>. Others that the expression does not bind itself are undefined.</summary>
    public EquatableArray<string> Bindings { get; init; }
}
