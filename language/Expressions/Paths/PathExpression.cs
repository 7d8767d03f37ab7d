namespace Compiled.Language.Expressions;

/// <summary>A path in Jayway's dialect as AWS takes it (FEATURES L-115 to L-121).</summary>
public sealed class PathExpression
{
    internal PathExpression(string text, int offset, PathRoot root, string? variableName, IReadOnlyList<PathStep> steps)
    {
        Text = text;
        Offset = offset;
        Root = root;
        VariableName = variableName;
        Steps = steps;
        IsFunction = steps.Count > 0 && steps[steps.Count - 1] is FunctionStep;
        IsDefinite = IsFunction || steps.All(step => step.IsSingle);
        IsReference = !IsFunction && steps.All(step => step is NameStep or IndexStep);
        HasPlaceholder = Placeholders.Contains(text);
    }

    /// <summary>The path as written, blanks after it left out.</summary>
    public string Text { get; }

    /// <summary>The offset of the path in the expression that holds it; 0 for a path that stands alone.</summary>
    public int Offset { get; }

    /// <summary>Where it starts.</summary>
    public PathRoot Root { get; }

    /// <summary>The variable's name without the dollar sign; null unless <see cref="Root"/> is a variable.</summary>
    public string? VariableName { get; }

    /// <summary>The steps from the root on.</summary>
    public IReadOnlyList<PathStep> Steps { get; }

    /// <summary>
    /// Whether the path gives one value, or is missing. Otherwise it gives an array of all matches, also of one or none
    /// (FEATURES L-117). A path that ends in a function is definite: the function takes what is before it as one value, the array of all
    /// matches where that is indefinite.
    /// </summary>
    public bool IsDefinite { get; }

    /// <summary>Whether it is a reference path: only names and single indexes.</summary>
    public bool IsReference { get; }

    /// <summary>Whether it ends in a function.</summary>
    public bool IsFunction { get; }

    /// <summary>Whether it is the root alone: <c>$</c>, <c>$$</c>, <c>$name</c> or <c>@</c>.</summary>
    public bool IsRootOnly => Steps.Count == 0;

    /// <summary>Whether it holds a placeholder of the deployment, <c>${Name}</c>, so what it names is not known yet.</summary>
    public bool HasPlaceholder { get; }

    /// <summary>
    /// The path as Jayway prints it, as AWS's messages have it: <c>$['a'][0]</c>, filters as <c>[?]</c>.
    /// </summary>
    public string NormalizedText => RootText + string.Concat(Steps.Select(step => step.NormalizedText));

    private string RootText => Root switch
    {
        PathRoot.Context => "$$",
        PathRoot.Variable => "$" + VariableName,
        PathRoot.Current => "@",
        _ => "$",
    };

    /// <summary>
    /// Null where the path is a reference path; else what forbids it, with its place in <see cref="Text"/>.
    /// </summary>
    public ExpressionError? CheckReference()
    {
        PathStep? wrong = Steps.FirstOrDefault(step => step is not (NameStep or IndexStep));
        if (wrong is null)
            return null;
        int start = wrong.Offset - Offset;
        string what = wrong is FunctionStep function ? $"calls the function '{function.Name}'" : $"may name several values by '{Text.Substring(start, wrong.Length)}'";
        return new ExpressionError(start, wrong.Length, $"The reference path '{ExpressionCursor.Shown(Text)}' {what}; expected only names and single indexes");
    }

    /// <summary>The path as written.</summary>
    public override string ToString() => Text;
}
