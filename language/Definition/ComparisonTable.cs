using Compiled.Language.Binding;

namespace Compiled.Language.Definition;

/// <summary>The 39 comparison operators as they are written. FEATURES L-240, L-244.</summary>
internal static class ComparisonTable
{
    /// <summary>The operators: each literal form, then its Path form where it has one.</summary>
    public static IReadOnlyList<ComparisonRow> Rows { get; } =
    [
        .. Family(ComparisonOperator.StringEquals, ComparisonOperator.StringGreaterThanEquals, FieldKind.Text),
        new("StringMatches", ComparisonOperator.StringMatches, FieldKind.Text, isPath: false),
        .. Family(ComparisonOperator.NumericEquals, ComparisonOperator.NumericGreaterThanEquals, FieldKind.Number),
        .. Family(ComparisonOperator.BooleanEquals, ComparisonOperator.BooleanEquals, FieldKind.Boolean),
        .. Family(ComparisonOperator.TimestampEquals, ComparisonOperator.TimestampGreaterThanEquals, FieldKind.Timestamp),
        .. Tests(),
    ];

    private static readonly Dictionary<string, ComparisonRow> s_byName = Rows.ToDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>The row of an operator's name, or null.</summary>
    public static ComparisonRow? Find(string name) => s_byName.TryGetValue(name, out ComparisonRow? row) ? row : null;

    private static IEnumerable<ComparisonRow> Family(ComparisonOperator first, ComparisonOperator last, FieldKind operand)
    {
        for (ComparisonOperator each = first; each <= last; each++)
        {
            yield return new ComparisonRow(each.ToString(), each, operand, isPath: false);
            yield return new ComparisonRow(each + "Path", each, FieldKind.ReferencePath, isPath: true);
        }
    }

    private static IEnumerable<ComparisonRow> Tests()
    {
        for (ComparisonOperator each = ComparisonOperator.IsNull; each <= ComparisonOperator.IsTimestamp; each++)
            yield return new ComparisonRow(each.ToString(), each, FieldKind.Boolean, isPath: false);
    }
}
