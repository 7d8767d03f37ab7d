namespace Compiled.TestState.Schemas;

/// <summary>A member of a structure; <c>IsRequired</c> where the service always gives it.</summary>
internal sealed record ShapeMember(string Name, Shape Shape, bool IsRequired);
