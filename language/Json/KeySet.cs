namespace Compiled.Language.Json;

/// <summary>The keys of an object that is being read. Most objects have so few that a table of them would cost more than it saves.</summary>
internal struct KeySet(List<JsonMember> members)
{
    private const int Few = 8;

    private HashSet<string>? _table;

    /// <summary>Whether one of the members read so far has the key.</summary>
    public bool Has(string key)
    {
        if (members.Count > Few)
            return HasInTable(key);
        foreach (JsonMember member in members)
        {
            if (member.Name == key)
                return true;
        }
        return false;
    }

    // Asked once for each key, before its member is added.
    private bool HasInTable(string key)
    {
        if (_table is null)
        {
            _table = new(StringComparer.Ordinal);
            foreach (JsonMember member in members)
                _table.Add(member.Name);
        }
        return !_table.Add(key);
    }
}
