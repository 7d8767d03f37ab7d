namespace Compiled.Language.Expressions;

/// <summary>A value that a JSONata expression gives: <c>"x": "{% $states.input.y %}"</c>.</summary>
public sealed class JsonataTemplate : Template
{
    internal JsonataTemplate(JsonataText text)
        : base(text.Source) => Text = text;

    /// <summary>The expression with its place.</summary>
    public JsonataText Text { get; }

    /// <summary>The expression between <c>{%</c> and <c>%}</c>, blanks kept.</summary>
    public string Expression => Text.Expression;
}
