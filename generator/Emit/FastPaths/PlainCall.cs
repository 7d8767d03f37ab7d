namespace Compiled.Generator.Emit.FastPaths;

/// <summary>How a task is called whose handler asks for nothing but its input and, perhaps, a token.</summary>
/// <param name="Method">The method of the workflow class.</param>
/// <param name="TakesToken">Whether it takes the token.</param>
internal sealed record PlainCall(string Method, bool TakesToken);
