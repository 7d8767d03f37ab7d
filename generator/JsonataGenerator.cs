using Compiled.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compiled.Generator;

/// <summary>Writes the body of each static partial method marked <c>[Jsonata]</c>. Every value between two steps is text.</summary>
[Generator]
public sealed class JsonataGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<JsonataMethod> methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                JsonataMethodReader.AttributeName,
                static (node, _) => node is MethodDeclarationSyntax,
                static (found, token) => JsonataMethodReader.Read((IMethodSymbol)found.TargetSymbol, found.Attributes[0], token, out _))
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .WithTrackingName(Steps.JsonataMethods);

        IncrementalValuesProvider<JsonataSource> sources = methods.Select(JsonataSources.Emit).WithTrackingName(Steps.JsonataSources);

        context.RegisterSourceOutput(sources, static (output, source) =>
        {
            output.AddSource(source.HintName, source.Code);
            if (source.ExpressionCode is not null)
                output.AddSource(source.ExpressionHintName, source.ExpressionCode);
        });
    }
}
