using System.Globalization;
using System.Text.RegularExpressions;

namespace Structure.Tests;

/// <summary>The ids of the feature inventory, and how <c>docs/coverage.md</c> writes several of them.</summary>
internal static partial class DocsFeatureIds
{
    // One line for each letter. The inventory stands outside the repository; its ids are never renumbered, only added to.
    private static readonly string[] s_inventory =
    [
        "L-001..L-012, L-020..L-026, L-030..L-042, L-050..L-063, L-070..L-082, L-090..L-100, L-110..L-121, L-200..L-215, L-220..L-222, L-230..L-244",
        "L-250..L-267, L-270..L-277, L-280..L-292, L-300..L-321, L-330..L-343, L-350..L-356, L-360..L-371, L-400..L-421, L-440..L-449, L-460..L-468",
        "T-001..T-013, T-020..T-028, T-030..T-038, T-040..T-043, T-050..T-054, T-060..T-064, T-070..T-072, T-080..T-084, T-090..T-098, T-100..T-103",
        "T-110..T-114, T-120..T-126",
        "X-001..X-006, X-020..X-033, X-040..X-045, X-060..X-071, X-080..X-109",
        "P-001..P-018, P-030..P-042, P-060..P-068, P-080..P-087, P-100..P-105, P-120..P-123",
        "V-001..V-019, V-030..V-035, V-050..V-051, V-060..V-066, V-070",
        "M-001..M-010, M-020..M-028, M-030..M-034",
        "I-001..I-012",
        "E-001..E-016, E-020..E-025, E-030..E-036, E-040..E-055, E-070..E-079, E-100..E-116",
    ];

    /// <summary>Every id of the inventory: 526 features, and the error texts, which begin with E.</summary>
    public static IEnumerable<string> All => s_inventory.SelectMany(Expand);

    /// <summary>The ids of a cell such as <c>L-001..L-004, L-006</c>; none where the text is anything else.</summary>
    public static IEnumerable<string> Expand(string cell)
    {
        if (!Cell().IsMatch(cell))
            return [];
        return cell.Split(", ").SelectMany(part =>
        {
            string first = part[..5], last = part[^5..];
            int from = int.Parse(first[2..], CultureInfo.InvariantCulture), to = int.Parse(last[2..], CultureInfo.InvariantCulture);
            return Enumerable.Range(from, to - from + 1).Select(number => $"{first[0]}-{number:D3}");
        });
    }

    /// <summary>The ids that lead the lines and table rows of the inventory itself.</summary>
    public static IEnumerable<string> Read(string inventory) => Lead().Matches(inventory).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^([A-Z])-\d{3}(\.\.\1-\d{3})?(, ([A-Z])-\d{3}(\.\.\4-\d{3})?)*$")]
    private static partial Regex Cell();

    [GeneratedRegex(@"^(?:- |\| )([A-Z]-\d{3})\b", RegexOptions.Multiline)]
    private static partial Regex Lead();
}
