using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Collects the fields of an object constructor; the names are known to be distinct.</summary>
public struct ObjectBuilder
{
    private JsonProperty[] _members;
    private int _count;

    /// <summary>A builder with room for the fields as they are written.</summary>
    public ObjectBuilder(int capacity) => _members = new JsonProperty[capacity];

    /// <summary>Adds a field; one without a value is left out.</summary>
    public void Add(Key key, JsonValue value)
    {
        if (value.IsMissing)
        {
            return;
        }

        if (_count == _members.Length)
        {
            Array.Resize(ref _members, Math.Max(4, _count * 2));
        }

        _members[_count++] = new JsonProperty(key, value);
    }

    /// <summary>The object; missing if it has no fields.</summary>
    public readonly JsonValue ToValueOrMissing() => _count == 0 ? default : ToValue();

    /// <summary>The object.</summary>
    public readonly JsonValue ToValue() => JsonValue.ObjectOf(_members.Length == _count ? _members : _members.AsSpan(0, _count).ToArray());
}
