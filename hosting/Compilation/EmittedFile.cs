namespace Compiled.Compilation;

/// <summary>One emitted class and its C#, numbered by the place of its definition among those compiled together.</summary>
internal sealed record EmittedFile(int Number, string Namespace, string ClassName, string Code);
