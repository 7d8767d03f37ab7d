using System.Collections.Immutable;
using Compiled.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compiled.Generator;

/// <summary>Makes a class of each <c>*.asl.json</c> among the project's AdditionalFiles. Every value between two steps is text.</summary>
[Generator]
public sealed class StateMachineGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<DefinitionFile> definitions = context.AdditionalTextsProvider
            .Where(static file => DefinitionFile.IsDefinition(file.Path))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, token) => DefinitionFileReader.Read(pair.Left, pair.Right, token))
            .WithTrackingName(Steps.Definitions);

        IncrementalValuesProvider<HandlerClass> handlers = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                HandlerClassReader.AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, token) => HandlerClassReader.Read((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], token))
            .WithTrackingName(Steps.Handlers);

        IncrementalValueProvider<EquatableArray<ErrorType>> errors = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ErrorTypeReader.AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, _) => ErrorTypeReader.Read(found.TargetSymbol, found.Attributes[0]))
            .Collect()
            .Combine(context.CompilationProvider.Select(ErrorTypeReader.ReadReferences))
            .Select(static (pair, _) => ErrorTypeReader.InOrder(pair.Left.OfType<ErrorType>().Concat(pair.Right)))
            .WithTrackingName(Steps.Errors);

        IncrementalValuesProvider<MachineClass> machines = definitions.Collect()
            .Combine(handlers.Collect())
            .Combine(errors)
            .SelectMany(static (input, _) => MachineClasses.Match(input.Left.Left, WithErrors(input.Left.Right, input.Right))
                .Select(machine => machine.Handlers is null ? machine with { Errors = input.Right } : machine))
            .Where(static machine => !machine.IsNameTaken)
            .WithTrackingName(Steps.Machines);

        IncrementalValuesProvider<MachineSource> sources = machines.Select(MachineSources.Emit).WithTrackingName(Steps.Sources);

        IncrementalValueProvider<MachineSource?> registrations = sources
            .Select(static (source, _) => source.Registration)
            .Collect()
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.GetTypeByMetadataName(ServicesName) is not null))
            .Select(static (pair, _) => RegistrationSources.Emit(new(pair.Left.OfType<string>()), pair.Right))
            .WithTrackingName(Steps.Registrations);

        context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.HintName, source.Code));
        context.RegisterSourceOutput(registrations, static (output, source) =>
        {
            if (source is not null)
                output.AddSource(source.HintName, source.Code);
        });
    }

    private const string ServicesName = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    private static IReadOnlyList<HandlerClass> WithErrors(ImmutableArray<HandlerClass> handlers, EquatableArray<ErrorType> errors) =>
        [.. handlers.Select(handler => handler with { Errors = errors })];
}
