namespace Compiled.Graph;

/// <summary>The colours of a drawing.</summary>
public enum SvgTheme
{
    /// <summary>As the reader's system has it: light, or dark by <c>prefers-color-scheme</c>.</summary>
    Auto,

    /// <summary>Dark on white.</summary>
    Light,

    /// <summary>Light on near black.</summary>
    Dark,
}
