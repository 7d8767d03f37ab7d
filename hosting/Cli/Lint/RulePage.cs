namespace Compiled.Cli.Lint;

/// <summary>The page of a rule, <c>docs/rules/ASL*.md</c>, which is a resource of this assembly.</summary>
/// <param name="Explanation">Why it is a fault, in a paragraph.</param>
/// <param name="Markdown">The page without what only concerns projects: how to silence the rule in a build.</param>
internal sealed record RulePage(string Explanation, string Markdown)
{
    /// <summary>The page of an id.</summary>
    public static RulePage Of(string id)
    {
        using Stream stream = typeof(RulePage).Assembly.GetManifestResourceStream(id + ".md") ?? throw new InvalidOperationException($"There is no page for '{id}'.");
        using StreamReader reader = new(stream);
        string page = reader.ReadToEnd().ReplaceLineEndings("\n");
        int silence = page.IndexOf("\n## To silence it", StringComparison.Ordinal);
        if (silence >= 0) page = page[..silence];
        // The heading, severity and title, then the explanation up to the first example.
        string[] parts = page.Split("\n\n", 3);
        string rest = parts.Length < 3 ? parts[^1] : parts[2];
        int example = rest.IndexOf("\n## ", StringComparison.Ordinal);
        return new RulePage((example < 0 ? rest : rest[..example]).Trim(), page.Trim() + "\n");
    }
}
