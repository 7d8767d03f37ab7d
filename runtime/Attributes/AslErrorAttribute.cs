namespace Compiled;

/// <summary>Names the ASL error that an exception type stands for when a task handler throws it.</summary>
/// <remarks>The name is what <c>ErrorEquals</c> of Retry and Catch compare. Without it, the error is the type's name.</remarks>
/// <param name="error">The error name, such as <c>OutOfStock</c>; names that begin with <c>States.</c> are Step Functions' own.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AslErrorAttribute(string error) : Attribute
{
    /// <summary>The error name.</summary>
    public string Error { get; } = error;
}
