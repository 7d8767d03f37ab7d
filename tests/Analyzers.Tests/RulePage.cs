using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers.Tests;

/// <summary>A page under <c>docs/rules</c> with its two examples.</summary>
internal sealed class RulePage
{
    private readonly string _text;

    private RulePage(string text) => _text = text;

    /// <summary>The ids that have a page.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Directory.EnumerateFiles(Folder, "ASL*.md").Select(static file => System.IO.Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => System.IO.Path.Combine(AppContext.BaseDirectory, "Rules");

    public static RulePage Of(string id) => new(File.ReadAllText(System.IO.Path.Combine(Folder, id + ".md")));

    /// <summary>The severity that a page gives to its fault.</summary>
    public static DiagnosticSeverity SeverityOf(string id) => Of(id)._text.Split('\n')[2] switch
    {
        ['*', '*', 'E', ..] => DiagnosticSeverity.Error,
        ['*', '*', 'W', ..] => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    /// <summary>The definition in a section; null where its example is of another kind.</summary>
    public string? Definition(string section)
    {
        const string fence = "```json\n";
        string body = _text.Split($"## {section}\n\n")[1];
        return body.StartsWith(fence, StringComparison.Ordinal) ? body[fence.Length..].Split("\n```")[0] : null;
    }
}
