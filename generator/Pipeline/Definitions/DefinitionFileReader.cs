using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compiled.Generator.Pipeline;

/// <summary>Reads a definition and what the project's metadata says about it.</summary>
internal static class DefinitionFileReader
{
    private const string MetadataPrefix = "build_metadata.AdditionalFiles.";

    /// <summary>Reads a definition; metadata that says nothing usable leaves the default.</summary>
    public static DefinitionFile Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        Names(file, options) with { Text = Compact(file.GetText(cancellationToken)?.ToString() ?? "") };

    /// <summary>The same without the text.</summary>
    public static DefinitionFile Names(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        string path = file.Path.Replace('\\', '/');
        return new DefinitionFile(
            path,
            "",
            Metadata(metadata, DefinitionMetadata.Namespace, CSharpNames.IsQualifiedName) ?? RootNamespace(options),
            Metadata(metadata, DefinitionMetadata.ClassName, DefinitionMetadata.IsClassName) ?? CSharpNames.Pascal(DefinitionFile.NameOf(path)),
            Metadata(metadata, DefinitionMetadata.Accessibility, DefinitionMetadata.IsAccessibility) ?? "public",
            Metadata(metadata, DefinitionMetadata.Type, DefinitionMetadata.IsType) == "Express" ? MachineType.Express : MachineType.Standard);
    }

    /// <summary>The value of one piece of metadata as written; null when it is absent or empty.</summary>
    public static string? Metadata(AnalyzerConfigOptions metadata, string name) =>
        metadata.TryGetValue(MetadataPrefix + name, out string? value) && value.Trim().Length > 0 ? value.Trim() : null;

    private static string? Metadata(AnalyzerConfigOptions metadata, string name, Func<string, bool> isUsable) =>
        Metadata(metadata, name) is { } value && isUsable(value) ? value : null;

    // A root namespace made from a project's name may hold characters that C# does not allow; the SDK itself replaces them by _.
    private static string RootNamespace(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? name) && CSharpNames.IsQualifiedName(name) ? name : "";

    // Emitted code holds the definition's text. Compact, it does not change with the layout, so neither does the code.
    private static string Compact(string text)
    {
        JsonDocumentTree tree = JsonReader.Read(text);
        return tree.Root is { } root && tree.Faults.All(fault => fault.Severity != Severity.Error) ? root.ToCompactJson() : text;
    }
}
