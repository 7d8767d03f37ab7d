namespace Compiled.Values;

/// <summary>Makes the names of members distinct: the last value wins, in the first one's place.</summary>
internal static class DistinctMembers
{
    private const int MostPairs = 16;

    /// <summary>The array itself when its names are distinct already.</summary>
    public static JsonProperty[] Of(JsonProperty[] members)
        => members.Length <= MostPairs ? (HasEqualPair(members) ? Rebuild(members) : members) : Rebuild(members);

    private static bool HasEqualPair(JsonProperty[] members)
    {
        for (int i = 1; i < members.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (ReferenceEquals(members[i].Key, members[j].Key) || members[i].Key.SameText(members[j].Key))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static JsonProperty[] Rebuild(JsonProperty[] members)
    {
        var places = new Dictionary<string, int>(members.Length, StringComparer.Ordinal);
        var distinct = new List<JsonProperty>(members.Length);
        foreach (JsonProperty member in members)
        {
            if (places.TryAdd(member.Key.Name, distinct.Count))
            {
                distinct.Add(member);
            }
            else
            {
                distinct[places[member.Key.Name]] = member;
            }
        }

        return distinct.Count == members.Length ? members : [.. distinct];
    }
}
