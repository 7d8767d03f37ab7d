namespace Compiled.Language.Expressions;

/// <summary>How the operators of filters are written.</summary>
internal static class FilterOperatorTable
{
    /// <summary>Signs, longer ones before those that they start with.</summary>
    public static IReadOnlyList<(string Text, FilterOperator Operator)> Signs { get; } =
    [
        ("===", FilterOperator.StrictEqual),
        ("!==", FilterOperator.StrictNotEqual),
        ("==", FilterOperator.Equal),
        ("!=", FilterOperator.NotEqual),
        ("=~", FilterOperator.Regex),
        ("<=", FilterOperator.LessOrEqual),
        (">=", FilterOperator.GreaterOrEqual),
        ("<", FilterOperator.Less),
        (">", FilterOperator.Greater),
    ];

    /// <summary>Words, in lower case; any case may be written.</summary>
    public static IReadOnlyList<(string Text, FilterOperator Operator)> Words { get; } =
    [
        ("in", FilterOperator.In),
        ("nin", FilterOperator.NotIn),
        ("subsetof", FilterOperator.SubsetOf),
        ("anyof", FilterOperator.AnyOf),
        ("noneof", FilterOperator.NoneOf),
        ("size", FilterOperator.Size),
        ("empty", FilterOperator.Empty),
        ("contains", FilterOperator.Contains),
        ("type", FilterOperator.Type),
        ("all", FilterOperator.All),
    ];
}
