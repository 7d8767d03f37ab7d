namespace Compiled;

/// <summary>
/// Gives an exception type the ASL error name that a handler's task fails with. Read by the generator for the types it can
/// see; at run time any other exception's error is the name of its type.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class AslErrorAttribute(string name) : Attribute
{
    /// <summary>The error name that <c>ErrorEquals</c> matches.</summary>
    public string Name { get; } = name;
}
