using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Compiled.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compiled.Analyzers;

/// <summary>
/// The definitions among a project's files, with what the project says about each. An editor makes other options for each edit, and asks about each file of them in a compilation
/// of its own; the files that were not edited, and what is said about them, stay.
/// </summary>
internal sealed class DefinitionTexts
{
    private static readonly ConditionalWeakTable<AnalyzerOptions, DefinitionTexts> s_known = new();
    private static readonly ConditionalWeakTable<AdditionalText, KnownNames> s_names = new();

    private readonly Dictionary<string, AdditionalText> _byPath = new(StringComparer.Ordinal);

    private DefinitionTexts(AnalyzerOptions options)
    {
        ImmutableArray<AdditionalText> texts = options.AdditionalFiles;
        List<DefinitionFile> files = new(texts.Length);
        foreach (AdditionalText text in texts)
        {
            if (!DefinitionFile.IsDefinition(text.Path))
                continue;
            DefinitionFile file = NamesOf(text, options.AnalyzerConfigOptionsProvider);
            files.Add(file);
            if (!_byPath.ContainsKey(file.Path))
                _byPath.Add(file.Path, text);
        }
        Files = files;
    }

    /// <summary>The definitions without their texts, in the order of the project.</summary>
    public IReadOnlyList<DefinitionFile> Files { get; }

    /// <summary>The file at the path of a definition; the first of several.</summary>
    public AdditionalText this[string path] => _byPath[path];

    /// <summary>The definitions that the options list.</summary>
    public static DefinitionTexts Of(AnalyzerOptions options) => s_known.GetValue(options, static options => new DefinitionTexts(options));

    private static DefinitionFile NamesOf(AdditionalText text, AnalyzerConfigOptionsProvider options)
    {
        if (s_names.TryGetValue(text, out KnownNames? known) && known.Options.TryGetTarget(out AnalyzerConfigOptionsProvider? by) && by == options)
            return known.File;
        KnownNames names = new(DefinitionFileReader.Names(text, options), new(options));
        lock (s_names)
        {
            s_names.Remove(text);
            s_names.Add(text, names);
        }
        return names.File;
    }

    // The options hold all files of the project, also those that an edit has replaced since, so they are not held.
    private sealed record KnownNames(DefinitionFile File, WeakReference<AnalyzerConfigOptionsProvider> Options);
}
