using System.Runtime.CompilerServices;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Analyzers;

/// <summary>The definitions and <c>[StateMachine]</c> classes of a compilation, found once for all analyzers and only when asked for.</summary>
internal sealed class ProjectWorkflows
{
    private static readonly ConditionalWeakTable<Compilation, ProjectWorkflows> s_known = new();

    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;
    private readonly Lazy<ProjectCode> _code;
    private readonly Lazy<WorkflowNames> _names;
    private readonly Lazy<DefinitionTexts> _texts;

    private ProjectWorkflows(Compilation compilation, AnalyzerOptions options)
    {
        _compilation = compilation;
        _options = options;
        _code = new(() => ProjectCode.Of(compilation));
        _texts = new(() => DefinitionTexts.Of(options));
        _names = new(() => _code.Value.NamesOf(_texts.Value.Files, compilation));
    }

    /// <summary>Which definitions and classes belong together.</summary>
    public WorkflowNames Names => _names.Value;

    /// <summary>The errors that the exceptions of the project and of the assemblies it uses stand for.</summary>
    public IReadOnlyList<string> Errors => _code.Value.Errors(_compilation);

    /// <summary>The definitions and classes of a compilation with the files of its options.</summary>
    public static ProjectWorkflows Of(Compilation compilation, AnalyzerOptions options)
    {
        lock (s_known)
        {
            if (s_known.TryGetValue(compilation, out ProjectWorkflows known) && known._options == options)
                return known;
            ProjectWorkflows workflows = new(compilation, options);
            s_known.Remove(compilation);
            s_known.Add(compilation, workflows);
            return workflows;
        }
    }

    /// <summary>Whether the project's own code holds a text, in quotes, anywhere. What is emitted holds the definitions.</summary>
    public bool Says(string text, CancellationToken cancellationToken) => _compilation.SyntaxTrees
        .Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase))
        .Any(tree => tree.GetText(cancellationToken).ToString().IndexOf('"' + text + '"', StringComparison.Ordinal) >= 0);

    /// <summary>What is wrong between a class and its definition.</summary>
    public ClassFindings FindingsOf(WorkflowClass workflow, CancellationToken cancellationToken)
    {
        DefinitionFile? file = Names.FilesOf(workflow).FirstOrDefault();
        SourceText? text = file is null ? null : _texts.Value[file.Path].GetText(cancellationToken);
        DefinitionKey key = text is null ? default : DefinitionKey.Of(text, file!.Type);
        return Names.FindingsOf(workflow, key, () =>
        {
            // States do not depend on the type that a class gives to the machine.
            Machine? machine = text is null ? null : KnownDefinition.Of(file!.Path, text, file.Type).Bind(text).Sound;
            return workflow.Find(_compilation) is { } type && HandlerClassReader.AttributeOf(type) is { } attribute
                ? ClassFindings.Of(type, attribute, workflow, machine, key, this, cancellationToken)
                : ClassFindings.None;
        });
    }
}
