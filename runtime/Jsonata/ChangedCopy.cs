using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// A copy in which objects are changed by the place where they stand: the copy is text that was read, so each place is a row of it, also
/// when equal objects stand in several places.
/// </summary>
internal sealed class ChangedCopy
{
    private readonly Document? _document;
    private readonly Dictionary<int, List<Member>> _changed = [];

    // The changed rows in order, to see quickly whether anything inside a value has changed.
    private readonly List<int> _rows = [];

    public ChangedCopy(JsonValue original)
    {
        Root = original.Node is Document ? original : Reread(original);
        _document = Root.Node as Document;
    }

    /// <summary>The copy before any change.</summary>
    public JsonValue Root { get; }

    /// <summary>The copy with all changes.</summary>
    public JsonValue ToValue() => Now(Root);

    /// <summary>A part of the copy as it has become.</summary>
    public JsonValue Now(JsonValue part)
    {
        if (!IsPart(part))
        {
            return part;
        }

        int row = (int)part.Bits;
        if (_changed.TryGetValue(row, out List<Member>? members))
        {
            return JsonValue.ObjectOf([.. members.Select(member => new JsonProperty(member.Key, member.IsOwn ? Now(member.Value) : member.Value))]);
        }

        if (!HasChanges(row, _document!.Rows[row].Next))
        {
            return part;
        }

        return part.IsArray ? Array(part) : Object(part);
    }

    /// <summary>Sets a field of an object in the copy; nothing for what is no object of it.</summary>
    public void Set(JsonValue part, Key key, JsonValue value)
    {
        if (Members(part) is not { } members)
        {
            return;
        }

        int at = members.FindIndex(member => member.Key.SameText(key));
        if (at < 0)
        {
            members.Add(new Member(key, value, IsOwn: false));
        }
        else
        {
            members[at] = new Member(key, value, IsOwn: false);
        }
    }

    /// <summary>Removes a field of an object in the copy.</summary>
    public void Remove(JsonValue part, Key key) => Members(part)?.RemoveAll(member => member.Key.SameText(key));

    private List<Member>? Members(JsonValue part)
    {
        if (!IsPart(part) || !part.IsObject)
        {
            return null;
        }

        int row = (int)part.Bits;
        if (!_changed.TryGetValue(row, out List<Member>? members))
        {
            members = [];
            foreach (JsonMember member in part.Members())
            {
                members.Add(new Member(member.Key, member.Value, IsOwn: true));
            }

            _changed.Add(row, members);
            _rows.Insert(~_rows.BinarySearch(row), row);
        }

        return members;
    }

    private bool IsPart(JsonValue value) => _document is not null && ReferenceEquals(value.Node, _document);

    private bool HasChanges(int row, int end)
    {
        int at = _rows.BinarySearch(row);
        at = at < 0 ? ~at : at;
        return at < _rows.Count && _rows[at] < end;
    }

    private static JsonValue Reread(JsonValue built)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        JsonataText.Write(built, buffer);
        JsonValue value = JsonValue.Parse(buffer.Written);
        buffer.Return();
        return value;
    }

    private JsonValue Array(JsonValue part)
    {
        var items = new JsonValue[part.Count];
        int count = 0;
        foreach (JsonValue item in part.Items())
        {
            items[count++] = Now(item);
        }

        return JsonValue.ArrayOf(items);
    }

    private JsonValue Object(JsonValue part)
    {
        var members = new JsonProperty[part.Count];
        int count = 0;
        foreach (JsonMember member in part.Members())
        {
            members[count++] = new JsonProperty(member.Key, Now(member.Value));
        }

        return JsonValue.ObjectOf(members);
    }

    /// <param name="Key">The name.</param>
    /// <param name="Value">The value.</param>
    /// <param name="IsOwn">Whether the value stands in the copy, and changes with it.</param>
    private readonly record struct Member(Key Key, JsonValue Value, bool IsOwn);
}
