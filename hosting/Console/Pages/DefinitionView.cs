using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>A definition as text, in JSON or in YAML. FEATURES V-003.</summary>
internal static class DefinitionView
{
    /// <param name="title">What stands above it.</param>
    /// <param name="picture">The definition.</param>
    /// <param name="isYaml">In YAML; what is no JSON is shown as it is.</param>
    /// <param name="page">The page that it stands on.</param>
    /// <param name="export">Where it is to be had as a file.</param>
    public static Markup Of(string title, MachinePicture picture, bool isYaml, Link page, Link export)
    {
        string? yaml = isYaml ? YamlText.Of(picture.Text) : null;
        Markup text = yaml is null ? JsonHighlight.Of(picture.Text, picture.Faults) : YamlHighlight.Of(yaml);
        return Markup.Of($"""
            <div class="code-head"><h2>{title}</h2><div class="actions"><nav class="switch" aria-label="Language"><a href="{page}"{Flag.Current(yaml is null)}>JSON</a><a href="{page.With("format", "yaml")}"{Flag.Current(yaml is not null)}>YAML</a></nav>
            <a class="quiet" href="{export.With("format", yaml is null ? null : "yaml")}" title="Save the definition" aria-label="Save the definition">{Icons.Down}</a>
            <button type="button" class="quiet copy" data-copy-of="definition" title="Copy the definition" aria-label="Copy the definition">{Icons.Copy}</button></div></div>
            <pre id="definition" class="code" tabindex="0">{text}</pre>
            """);
    }
}
