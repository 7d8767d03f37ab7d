using System.Diagnostics.CodeAnalysis;

namespace Compiled.Language.Json;

/// <summary>A JSON object with all its members in the order of the text, also those whose key stands twice.</summary>
public sealed class ObjectNode : JsonNode
{
    private readonly Dictionary<string, JsonMember> _byName = new(StringComparer.Ordinal);

    internal ObjectNode(IReadOnlyList<JsonMember> members, TextSpan span)
        : base(span)
    {
        Members = members;
        foreach (JsonMember member in members)
        {
            _byName[member.Name] = member;
            member.Value.Attach(this, member.Name);
        }
    }

    /// <summary>The members as written, in order.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    /// <inheritdoc/>
    public override string KindName => "an object";

    /// <summary>The value under a key, the last one where the key stands twice; null where it is absent.</summary>
    public JsonNode? this[string name] => _byName.TryGetValue(name, out JsonMember? member) ? member.Value : null;

    /// <summary>The member of that name, the last one where the key stands twice.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out JsonMember? member) => _byName.TryGetValue(name, out member);

    /// <summary>The members that count, in order of their keys' first appearance; of a key that stands twice, the last.</summary>
    public IEnumerable<JsonMember> EffectiveMembers()
    {
        if (_byName.Count == Members.Count)
            return Members;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Members.Where(member => seen.Add(member.Name)).Select(member => _byName[member.Name]).ToList();
    }
}
