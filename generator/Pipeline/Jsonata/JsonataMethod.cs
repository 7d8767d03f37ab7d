namespace Compiled.Generator.Pipeline;

/// <summary>
/// A method marked <c>[Jsonata]</c>, as text. Where it stands in its file is left out on purpose: a line typed above it must not change the
/// value.
/// </summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="ContainingTypes">Headers of the types around it, such as <c>partial class Outer&lt;T&gt;</c>, outermost first.</param>
/// <param name="TypeNames">The names of those types alone.</param>
/// <param name="Modifiers">Its modifiers as written, such as <c>public static partial</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Parameters">Its parameters in their order.</param>
/// <param name="Result">What it returns.</param>
internal sealed record JsonataMethod(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    EquatableArray<string> TypeNames,
    string Modifiers,
    string Name,
    string Expression,
    EquatableArray<JsonataParameter> Parameters,
    JsonataResult Result)
{
    /// <summary>The source-generated serializer context, with <c>global::</c>, or null.</summary>
    public string? JsonContext { get; init; }
}
