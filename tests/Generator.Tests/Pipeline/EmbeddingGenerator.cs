using Microsoft.CodeAnalysis;

// Rules about generators that a compiler loads: this one runs in tests only.
#pragma warning disable RS1036, RS1041

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>A generator of someone else that has the compiler define <c>[Embedded]</c>.</summary>
[Generator]
internal sealed class EmbeddingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());
}
