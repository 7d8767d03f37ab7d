using System.Text;

namespace Compiled.Graph.Svg;

/// <summary>
/// The style of a drawing. Every selector begins with the drawing's own class, so that an SVG put into a page leaves the page alone.
/// Colours stand in plain rules and not in variables, which many viewers besides browsers do not know.
/// </summary>
internal static class Stylesheet
{
    private const string Scope = ".machine-graph ";

    private const string Shapes = """
        text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        .name{font-size:13px;font-weight:600}
        .caption{font-size:10.5px}
        .tag-text,.legend-text{font-size:11px}
        .tag-text,.pill-text{text-anchor:middle}
        .pill-text{font-size:12px;font-weight:600}
        .box{stroke-width:1.25}
        .inner{fill:none;stroke-width:1;stroke-opacity:.55}
        .lane{stroke-width:1;stroke-dasharray:4 4}
        .glyph,.badge-glyph{fill:none;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
        .ring{fill:none;stroke-width:1.5}
        .line{fill:none;stroke-width:1.5}
        .catch .line{stroke-dasharray:5 4}
        .tag{stroke-width:1}
        .note{font-size:10.5px;font-weight:600;text-anchor:end;paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
        .unreachable .box{stroke-dasharray:4 3}
        .visited>.box{stroke-width:2.25}
        .taken .line{stroke-width:2.25}
        .node.missed>.box,.node.missed>.inner,.node.missed>.icon,.node.missed>text,.node.missed>.pill,.node.missed>.dot,.node.missed>.ring{opacity:.4}
        .edge.missed .line,.edge.missed .head,.edge.missed .tag-text{opacity:.45}
        """;

    private static readonly (string Kind, string Light, string Dark)[] s_kinds =
    [
        ("task", "#3b5bdb", "#748ffc"),
        ("pass", "#66738a", "#94a3b8"),
        ("choice", "#c77700", "#f0a63c"),
        ("wait", "#0b7fa5", "#3bb5d8"),
        ("succeed", "#2b8a3e", "#51cf66"),
        ("fail", "#d6313f", "#ff7079"),
        ("parallel", "#0c8577", "#2cc4b0"),
        ("map", "#8a3fc7", "#c084fc"),
    ];

    private static readonly (string Outcome, string Light, string Dark, string LightFill, string DarkFill)[] s_outcomes =
    [
        ("running", "#1c6fe0", "#5aa2ff", "#e9f2ff", "#14294a"),
        ("succeeded", "#24963f", "#4cc767", "#eaf8ed", "#12331d"),
        ("failed", "#d6313f", "#ff6b76", "#fdecee", "#421a20"),
        ("caught", "#d9730d", "#ff9d42", "#fff3e6", "#40280f"),
        ("cancelled", "#5f6b7d", "#a3b0c2", "#eff1f4", "#2a3442"),
    ];

    public static string For(SvgTheme theme)
    {
        var css = new StringBuilder("\n");
        Append(css, Shapes);
        Append(css, Colours(dark: theme == SvgTheme.Dark));
        if (theme == SvgTheme.Auto)
        {
            css.Append("@media (prefers-color-scheme:dark){\n");
            Append(css, Colours(dark: true));
            css.Append("}\n");
        }

        return css.ToString();
    }

    private static string Colours(bool dark)
    {
        var css = new StringBuilder();
        css.Append(dark ? DarkGround : LightGround).Append('\n');
        foreach ((string kind, string light, string darker) in s_kinds)
        {
            string colour = dark ? darker : light;
            css.Append($".{kind}>.box,.{kind}>.inner{{stroke:{colour}}}\n.{kind}>.icon{{fill:{colour}}}\n");
            if (kind is "parallel" or "map")
            {
                css.Append($".{kind}.frame>.box{{fill:{Tint(kind, dark)}}}\n");
            }
        }

        foreach (var outcome in s_outcomes)
        {
            string colour = dark ? outcome.Dark : outcome.Light;
            string fill = dark ? outcome.DarkFill : outcome.LightFill;
            css.Append($".{outcome.Outcome}.visited>.box{{stroke:{colour};fill:{fill}}}\n");
            css.Append($".{outcome.Outcome}.visited>.inner{{stroke:{colour}}}\n.{outcome.Outcome}>.badge{{fill:{colour}}}\n");
        }

        (string taken, string caught) = dark ? ("#4cc767", "#ff9d42") : ("#24963f", "#d9730d");
        css.Append($".taken .line,.taken .tag{{stroke:{taken}}}\n.taken .head{{fill:{taken}}}\n");
        css.Append($".taken.catch .line,.taken.catch .tag{{stroke:{caught}}}\n.taken.catch .head{{fill:{caught}}}\n");
        return css.ToString();
    }

    private const string LightGround = """
        .page{fill:#ffffff}
        .box{fill:#ffffff}
        .name{fill:#18202f}
        .caption,.legend-text{fill:#5b6678}
        .glyph,.badge-glyph{stroke:#ffffff}
        .pill{fill:#2c3648}
        .pill-text{fill:#ffffff}
        .dot{fill:#2c3648}
        .ring{stroke:#2c3648}
        .line{stroke:#8490a3}
        .head{fill:#8490a3}
        .catch .line{stroke:#e06c75}
        .catch .head{fill:#e06c75}
        .tag{fill:#f4f6f9;stroke:#d5dbe4}
        .tag-text{fill:#374256}
        .catch .tag{fill:#fdf1f2;stroke:#f2c4c8}
        .catch .tag-text{fill:#a3242f}
        .lane{fill:#ffffff;stroke:#ccd4de}
        .legend.missed .badge{fill:#d5dbe4}
        .note{fill:#374256;stroke:#ffffff}
        """;

    private const string DarkGround = """
        .page{fill:#0e1420}
        .box{fill:#1a2231}
        .name{fill:#eef2f8}
        .caption,.legend-text{fill:#a0adbf}
        .glyph,.badge-glyph{stroke:#0e1420}
        .pill{fill:#d6dde8}
        .pill-text{fill:#0e1420}
        .dot{fill:#d6dde8}
        .ring{stroke:#d6dde8}
        .line{stroke:#6f7d92}
        .head{fill:#6f7d92}
        .catch .line{stroke:#d9636d}
        .catch .head{fill:#d9636d}
        .tag{fill:#1d2636;stroke:#39465a}
        .tag-text{fill:#ccd5e2}
        .catch .tag{fill:#33191f;stroke:#6e313a}
        .catch .tag-text{fill:#ffb3b9}
        .lane{fill:#0e1420;stroke:#39465a}
        .legend.missed .badge{fill:#39465a}
        .note{fill:#ccd5e2;stroke:#0e1420}
        """;

    private static string Tint(string kind, bool dark) => (kind, dark) switch
    {
        ("parallel", false) => "#f0f9f7",
        ("parallel", true) => "#10282a",
        (_, false) => "#f8f2fd",
        (_, true) => "#231a36",
    };

    // Puts the scope before every selector of every rule; each rule stands on a line of its own.
    private static void Append(StringBuilder css, string rules)
    {
        foreach (string rule in rules.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int brace = rule.IndexOf('{', StringComparison.Ordinal);
            css.Append(string.Join(',', rule[..brace].Split(',').Select(selector => Scope + selector)));
            css.Append(rule.AsSpan(brace)).Append('\n');
        }
    }
}
