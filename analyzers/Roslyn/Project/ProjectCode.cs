using System.Runtime.CompilerServices;
using Compiled.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>
/// The C# of a project, as far as definitions are judged by it. Each edit of a definition gives the editor another compilation, with other symbols, of the same C#: what
/// was read from that stays as long as the trees, references and options do.
/// </summary>
internal sealed class ProjectCode
{
    // A project's code is found by one of its trees, and forgotten with it. It may hold no compilation and no symbol.
    private static readonly ConditionalWeakTable<SyntaxTree, ProjectCode> s_known = new();

    private readonly object?[] _parts;
    private IReadOnlyList<WorkflowClass>? _classes;
    private IReadOnlyList<string>? _errors;
    private WorkflowNames? _names;

    private ProjectCode(object?[] parts) => _parts = parts;

    /// <summary>The code of a compilation; the same object as for another compilation of the same code.</summary>
    public static ProjectCode Of(Compilation compilation)
    {
        ProjectCode code = new(PartsOf(compilation));
        if (code._parts.OfType<SyntaxTree>().FirstOrDefault() is not { } tree)
            return code;
        lock (s_known)
        {
            if (s_known.TryGetValue(tree, out ProjectCode known) && known._parts.SequenceEqual(code._parts))
                return known;
            s_known.Remove(tree);
            s_known.Add(tree, code);
            return code;
        }
    }

    /// <summary>The definitions of the project with its classes.</summary>
    public WorkflowNames NamesOf(IReadOnlyList<DefinitionFile> files, Compilation compilation)
    {
        WorkflowNames? names = _names;
        if (names is null || !names.Files.SequenceEqual(files))
            _names = names = new WorkflowNames(files, _classes ??= [.. WorkflowClass.In(compilation)]);
        return names;
    }

    /// <summary>The errors that the exceptions of the project and of the assemblies it uses stand for.</summary>
    public IReadOnlyList<string> Errors(Compilation compilation) => _errors ??= ProjectErrors.Of(compilation);

    // A tree is itself or another one; of emitted ones only the declarations count.
    private static object?[] PartsOf(Compilation compilation)
    {
        List<object?> parts = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
            parts.Add(EmittedCode.DeclarationsOf(tree) ?? (object)tree);
        parts.AddRange(compilation.References);
        parts.Add(compilation.Options);
        parts.Add(compilation.AssemblyName);
        return [.. parts];
    }
}
