namespace Compiled.Compilation;

/// <summary>One emitted class and its C#, numbered by its place among those compiled together; <c>Entry</c> is the C# expression that leads into it.</summary>
internal sealed record EmittedFile(int Number, string Namespace, string ClassName, string Code, string Entry);
