using System.Collections.Immutable;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Analyzers;

/// <summary>Faults as diagnostics of the compiler.</summary>
internal static class FaultDiagnostics
{
    private const string Category = "Compiled";

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> s_descriptors =
        FaultCatalog.All.ToImmutableDictionary(row => row.Id, Describe);

    /// <summary>One descriptor for each row of the catalog that a test accepts.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors(Func<FaultDescriptor, bool> isMine) =>
        [.. FaultCatalog.All.Where(isMine).Select(row => s_descriptors[row.Id])];

    /// <summary>A fault at its place in a definition; null when the project's options silence it there.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="file">The definition.</param>
    /// <param name="text">Its text.</param>
    /// <param name="options">The options of the project.</param>
    /// <param name="className">The class that lacks something; null for a fault of the definition alone.</param>
    public static Diagnostic? InDefinition(Fault fault, AdditionalText file, SourceText text, AnalyzerConfigOptionsProvider options, string? className = null)
    {
        if (SeverityOptions.Of(fault, file, options) is not { } severity)
            return null;
        int start = Math.Min(fault.Span.Start, text.Length);
        Microsoft.CodeAnalysis.Text.TextSpan span = new(start, Math.Min(fault.Span.Length, text.Length - start));
        Location location = Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
        return Diagnostic.Create(s_descriptors[fault.Id], location, severity, null, PropertiesOf(fault, className), fault.Message);
    }

    /// <summary>A fault at a place in C#, where the compiler's own options apply.</summary>
    public static Diagnostic InCode(FaultDescriptor row, Location location, string message) =>
        Diagnostic.Create(s_descriptors[row.Id], location, message);

    /// <summary>The compiler's word for a severity.</summary>
    public static DiagnosticSeverity SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static ImmutableDictionary<string, string?> PropertiesOf(Fault fault, string? className)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(FaultProperties.Pointer, fault.Pointer);
        if (fault.Suggestion is { } suggestion)
            properties = properties.Add(FaultProperties.Suggestion, suggestion);
        return className is null ? properties : properties.Add(FaultProperties.Class, className);
    }

    private static DiagnosticDescriptor Describe(FaultDescriptor row) => new(
        row.Id, row.Title, "{0}", Category, SeverityOf(row.DefaultSeverity), isEnabledByDefault: true, helpLinkUri: $"docs/rules/{row.Id}.md");
}
