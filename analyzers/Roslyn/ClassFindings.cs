using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>What is wrong between a <c>[StateMachine]</c> class and its definition. It holds trees of the class, but no symbol.</summary>
/// <param name="Definition">The definition that was looked at; of no definition the default.</param>
/// <param name="InCode">What stands in C#.</param>
/// <param name="InDefinition">What stands in the definition.</param>
internal sealed record ClassFindings(DefinitionKey Definition, IReadOnlyList<Diagnostic> InCode, IReadOnlyList<Fault> InDefinition)
{
    /// <summary>Nothing.</summary>
    public static ClassFindings None { get; } = new(default, [], []);

    /// <summary>Whether the places stand in code that stays when a definition is edited.</summary>
    public bool MayBeKept => !InCode.Any(diagnostic => diagnostic.Location.SourceTree is not { } tree || EmittedCode.Is(tree));

    /// <summary>Looks at a class.</summary>
    public static ClassFindings Of(
        INamedTypeSymbol type, AttributeData attribute, WorkflowClass workflow, Machine? machine, DefinitionKey definition, ProjectWorkflows workflows, CancellationToken cancellationToken)
    {
        List<Diagnostic> inCode = [];
        ClassData? data = machine is null ? null : new ClassData(type, attribute, machine);
        new ClassCheck(type, attribute, workflow, workflows.Names, inCode.Add).Run(data, cancellationToken);
        return new(definition, inCode, data is null ? [] : [.. DefinitionCheck.Find(workflow, data, workflows, cancellationToken)]);
    }
}
