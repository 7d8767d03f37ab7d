namespace Compiled.Language.Expressions;

/// <summary>Finds the name that was probably meant, for messages.</summary>
public static class NearMiss
{
    // Longer names are never typing errors of each other within the distance allowed, and the cost grows with the square.
    private const int MaximumLength = 128;

    /// <summary>
    /// The candidate nearest to <paramref name="name"/>, or null where none is near: at most one edit in three characters.
    /// Upper and lower case differ by nothing. Of equally near ones the first counts; a name equal to the candidate is none.
    /// </summary>
    /// <param name="name">The name written.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <param name="mostEdits">The most edits apart that two names may be, for places where the name written may be right too.</param>
    public static string? Find(string name, IEnumerable<string> candidates, int mostEdits = MaximumLength)
    {
        string? best = null;
        int bestDistance = Math.Min(Math.Max(1, name.Length / 3), mostEdits) + 1;
        if (name.Length is 0 or > MaximumLength)
            return null;
        string lower = name.ToLowerInvariant();
        foreach (string candidate in candidates)
        {
            if (candidate == name || candidate.Length > MaximumLength || Math.Abs(candidate.Length - name.Length) >= bestDistance)
                continue;
            int distance = Distance(lower, candidate.ToLowerInvariant());
            // With one or two characters one edit already makes another word.
            if (distance >= bestDistance || (distance > 0 && Math.Min(name.Length, candidate.Length) < 3))
                continue;
            best = candidate;
            bestDistance = distance;
        }
        return best;
    }

    /// <summary>The end of a message, <c>; did you mean 'Ship'?</c>, or an empty string where nothing is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        Find(name, candidates) is { } near ? Question(near) : "";

    /// <summary>The end of a message that asks whether a name was meant.</summary>
    public static string Question(string near) => $"; did you mean '{near}'?";

    // Inserted, dropped, replaced and swapped neighbouring characters count one each.
    private static int Distance(string left, string right)
    {
        int[] beforePrevious = new int[right.Length + 1];
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        int[] current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int distance = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distance = Math.Min(distance, beforePrevious[j - 2] + 1);
                current[j] = distance;
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }
        return previous[right.Length];
    }
}
