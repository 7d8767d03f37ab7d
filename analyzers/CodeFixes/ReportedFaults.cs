using Compiled.Analyzers;
using Microsoft.CodeAnalysis;

namespace Compiled.CodeFixes;

/// <summary>Diagnostics as the mends see them.</summary>
internal static class ReportedFaults
{
    /// <summary>The fault that a diagnostic in a definition stands for; null for any other diagnostic.</summary>
    public static Reported? Read(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(FaultProperties.Pointer, out string? pointer) || pointer is null)
            return null;
        diagnostic.Properties.TryGetValue(FaultProperties.Suggestion, out string? suggestion);
        Microsoft.CodeAnalysis.Text.TextSpan span = diagnostic.Location.SourceSpan;
        return new Reported(diagnostic.Id, pointer, new Language.Json.TextSpan(span.Start, span.Length), suggestion);
    }
}
