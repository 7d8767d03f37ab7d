namespace Compiled.Generator.Emit.Handlers;

/// <summary>How a fast path calls a task whose handler is known.</summary>
/// <param name="Method">The emitted method that calls it.</param>
/// <param name="ReadsArguments">Whether the handler is given a C# object that is read of the arguments when it is called, so that nobody has these any more afterwards.</param>
internal sealed record PlainCall(string Method, bool ReadsArguments);
