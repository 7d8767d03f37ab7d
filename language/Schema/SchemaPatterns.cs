namespace Compiled.Language.Schema;

/// <summary>The patterns of strings; no more than what every engine of regular expressions knows.</summary>
internal static class SchemaPatterns
{
    /// <summary>A placeholder that deployment replaces, anywhere in the string.</summary>
    public const string Placeholder = @"\$\{[^{}]+\}";

    /// <summary>A JSONata expression.</summary>
    public const string Expression = @"^\{%[\s\S]*%\}$";

    /// <summary>A path.</summary>
    public const string Path = @"^\$|" + Placeholder;

    /// <summary>A path into the state's own input; no variable and not the context.</summary>
    public const string ResultPath = @"^\$([.\[]|$)|" + Placeholder;

    /// <summary>A path or a call of an intrinsic function.</summary>
    public const string Evaluated = @"^\$|^States\.[A-Za-z0-9]+\(|" + Placeholder;

    /// <summary>An instant, as <see cref="Expressions.Timestamps"/> reads it.</summary>
    public const string Timestamp = @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$|" + Placeholder;
}
