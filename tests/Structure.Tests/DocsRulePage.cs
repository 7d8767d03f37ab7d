using System.Text.RegularExpressions;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Rules;

namespace Structure.Tests;

/// <summary>A page under <c>docs/rules</c>, taken apart.</summary>
internal sealed class DocsRulePage
{
    private static readonly Regex s_section = new("^## (?<title>.+)\n\n(?<body>(?s:.+?))(?=\n## |\\z)", RegexOptions.Multiline);
    private static readonly Regex s_code = new("^```(?<language>\\w+)\n(?<code>(?s:.*?))\n```$", RegexOptions.Multiline);

    private readonly Dictionary<string, string> _sections;

    public DocsRulePage(string id)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, id + ".md"));
        Lines = lines;
        string text = string.Join('\n', lines) + "\n";
        _sections = s_section.Matches(text).ToDictionary(match => match.Groups["title"].Value, match => match.Groups["body"].Value);
    }

    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "rules");

    public static IEnumerable<string> Ids { get; } =
        Directory.EnumerateFiles(Folder, "ASL*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public IReadOnlyList<string> Lines { get; }

    public IEnumerable<string> Sections => _sections.Keys;

    public string Section(string title) => _sections[title];

    /// <summary>The definition in a section; null where its code is of another language.</summary>
    public string? Definition(string title)
    {
        Match code = s_code.Match(_sections[title]);
        return code.Success && code.Groups["language"].Value == "json" ? code.Groups["code"].Value : null;
    }

    /// <summary>The ids of the faults that a definition has as a Standard machine, and as an Express one.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> FaultsOf(string definition) =>
    [
        .. new[] { MachineType.Standard, MachineType.Express }
            .Select(type => RuleList.Check(MachineBinder.Bind(definition, type)).Select(fault => fault.Id).ToHashSet()),
    ];
}
