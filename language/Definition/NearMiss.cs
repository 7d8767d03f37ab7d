namespace Compiled.Language.Definition;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearMiss
{
    // The distance costs the product of both lengths, and no name is longer than that.
    private const int LongestName = 200;

    /// <summary>The candidate nearest to what was written, or null when none is near; the first of several as near.</summary>
    public static string? Find(string written, IEnumerable<string> candidates)
    {
        if (written.Length > LongestName)
            return null;
        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string candidate in candidates.Where(name => name.Length <= LongestName))
        {
            int distance = Distance(written, candidate);
            if (distance < bestDistance && IsNear(written, candidate, distance))
            {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /// <summary>The end of a message: <c>; did you mean 'Ship'?</c>, or nothing.</summary>
    public static string Hint(string? name) => name is null ? "" : $"; did you mean '{name}'?";

    private static bool IsNear(string written, string candidate, int distance)
    {
        int longer = Math.Max(written.Length, candidate.Length);
        if (distance <= Math.Max(1, longer / 3) && distance < longer)
            return true;
        // A name cut off or continued: 'FirstS' for 'FirstState'.
        return Math.Min(written.Length, candidate.Length) >= 4
            && (candidate.StartsWith(written, StringComparison.OrdinalIgnoreCase)
                || written.StartsWith(candidate, StringComparison.OrdinalIgnoreCase));
    }

    // Edit distance with swapped neighbours as one edit; a difference in case alone counts as nothing but the first.
    private static int Distance(string written, string candidate)
    {
        if (string.Equals(written, candidate, StringComparison.OrdinalIgnoreCase))
            return written == candidate ? 0 : 1;
        int[,] cost = new int[written.Length + 1, candidate.Length + 1];
        for (int i = 0; i <= written.Length; i++)
            cost[i, 0] = i;
        for (int j = 0; j <= candidate.Length; j++)
            cost[0, j] = j;
        for (int i = 1; i <= written.Length; i++)
        {
            for (int j = 1; j <= candidate.Length; j++)
                cost[i, j] = Cost(cost, written, candidate, i, j);
        }
        return cost[written.Length, candidate.Length];
    }

    private static int Cost(int[,] cost, string written, string candidate, int i, int j)
    {
        char left = char.ToLowerInvariant(written[i - 1]);
        char right = char.ToLowerInvariant(candidate[j - 1]);
        int best = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (left == right ? 0 : 1));
        bool isSwap = i > 1 && j > 1
            && left == char.ToLowerInvariant(candidate[j - 2])
            && right == char.ToLowerInvariant(written[i - 2]);
        return isSwap ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
    }
}
