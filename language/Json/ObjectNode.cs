using System.Diagnostics.CodeAnalysis;

namespace Compiled.Language.Json;

/// <summary>A JSON object with all its members in the order of the text, also those whose key stands twice.</summary>
public sealed class ObjectNode : JsonNode
{
    // Up to so many members comparing their names one by one is faster than a table, which takes longer to make than most objects are asked.
    private const int FewMembers = 8;

    private readonly List<JsonMember> _members;
    private readonly Dictionary<string, JsonMember>? _byName;
    private readonly bool _hasDuplicates;

    internal ObjectNode(List<JsonMember> members, TextSpan span)
        : base(span)
    {
        _members = members;
        foreach (JsonMember member in members)
            member.Value.Attach(this, member.Name);
        if (members.Count <= FewMembers)
        {
            _hasDuplicates = HasDuplicates(members);
            return;
        }
        _byName = new(members.Count, StringComparer.Ordinal);
        foreach (JsonMember member in members)
            _byName[member.Name] = member;
        _hasDuplicates = _byName.Count < members.Count;
    }

    /// <summary>The members as written, in order.</summary>
    public IReadOnlyList<JsonMember> Members => _members;

    /// <inheritdoc/>
    public override string KindName => "an object";

    /// <summary>The value under a key, the last one where the key stands twice; null where it is absent.</summary>
    public JsonNode? this[string name] => Find(name)?.Value;

    /// <summary>The member of that name, the last one where the key stands twice.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out JsonMember? member)
    {
        member = Find(name);
        return member is not null;
    }

    /// <summary>The members that count, in order of their keys' first appearance; of a key that stands twice, the last.</summary>
    public IReadOnlyList<JsonMember> EffectiveMembers() => EffectiveList();

    /// <summary>The same as a list, of which an enumeration costs nothing.</summary>
    internal List<JsonMember> EffectiveList()
    {
        if (!_hasDuplicates)
            return _members;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. _members.Where(member => seen.Add(member.Name)).Select(member => Find(member.Name)!)];
    }

    private static bool HasDuplicates(List<JsonMember> members)
    {
        for (int i = 1; i < members.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (members[i].Name == members[j].Name)
                    return true;
            }
        }
        return false;
    }

    // From the end: of a key that stands twice the last counts.
    private JsonMember? Find(string name)
    {
        if (_byName is not null)
            return _byName.TryGetValue(name, out JsonMember? known) ? known : null;
        for (int i = _members.Count - 1; i >= 0; i--)
        {
            if (_members[i].Name == name)
                return _members[i];
        }
        return null;
    }
}
