using System.Runtime.CompilerServices;

namespace Compiled.WebConsole.Html;

/// <summary>
/// Markup. It is made of interpolated strings only, whose own text is markup and whose holes are encoded, so that no text of a user's ever becomes
/// markup: <c>Markup.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>.
/// </summary>
internal readonly struct Markup
{
    private readonly string? _text;

    private Markup(string text) => _text = text;

    /// <summary>No markup.</summary>
    public static Markup Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_text);

    /// <summary>Puts markup together.</summary>
    public static Markup Of(ref MarkupTemplate template) => new(template.Take());

    /// <summary>A drawing of hosting/Graph, which encodes its texts itself.</summary>
    public static Markup Drawing(string svg) => new(svg);

    /// <summary>One after the other.</summary>
    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(static part => part._text)));

    /// <summary>What is written out.</summary>
    public override string ToString() => _text ?? "";
}
