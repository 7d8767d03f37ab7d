using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compiled.Analyzers;

/// <summary>
/// The severity that a project gives to a fault in a definition by <c>compiled.ASL2001.severity = none|suggestion|warning|error</c>.
/// </summary>
/// <remarks>
/// The compiler applies <c>dotnet_diagnostic.ASL2001.severity</c> to definitions only from a global config
/// (https://github.com/dotnet/roslyn/issues/31916). This key works in a section of <c>.editorconfig</c> too.
/// </remarks>
internal static class SeverityOptions
{
    /// <summary>The severity of a fault in a file; null when it is silenced there. The section that fits the file comes before the global key.</summary>
    public static DiagnosticSeverity? Of(Fault fault, AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        string key = $"compiled.{fault.Id}.severity";
        if (options.GetOptions(file).TryGetValue(key, out string? word) || options.GlobalOptions.TryGetValue(key, out word))
        {
            switch (word.Trim().ToLowerInvariant())
            {
                case "none":
                    return null;
                case "silent":
                    return DiagnosticSeverity.Hidden;
                case "suggestion":
                    return DiagnosticSeverity.Info;
                case "warning":
                    return DiagnosticSeverity.Warning;
                case "error":
                    return DiagnosticSeverity.Error;
            }
        }

        return FaultDiagnostics.SeverityOf(fault.Severity);
    }
}
