namespace Compiled.Generator.Pipeline;

/// <summary>A property of a <see cref="PlainType"/>.</summary>
/// <param name="Property">Its name in C#.</param>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Type">Its type.</param>
/// <param name="InConstructor">Whether the constructor takes it; otherwise it is set.</param>
public sealed record PlainMember(string Property, string JsonName, PlainType Type, bool InConstructor);
