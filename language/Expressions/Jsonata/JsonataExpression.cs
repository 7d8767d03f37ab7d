namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A JSONata expression, parsed: its tree, or what keeps it from having one.</summary>
public sealed class JsonataExpression
{
    internal JsonataExpression(string text, JsonataNode? root, IReadOnlyList<JsonataSyntaxError> errors)
    {
        Text = text;
        Root = root;
        Errors = errors;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>The tree; null where there are errors.</summary>
    public JsonataNode? Root { get; }

    /// <summary>What the expression reads from outside and what it binds itself; empty where there are errors.</summary>
    public JsonataUsage Usage => field ??= Root is null ? JsonataUsage.Empty : UsageWalker.Walk(Root);

    /// <summary>The errors in the order in which they were found; the first is the one that JSONata itself reports. Empty where there is a tree.</summary>
    public IReadOnlyList<JsonataSyntaxError> Errors { get; }
}
