using System.Runtime.InteropServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Groups items by key: <c>order{id: price}</c>, and object constructors whose keys are computed. With variables bound to the items
/// (<c>@</c>, <c>#</c>, <c>%</c>) each item is a row: the item, then the variables, and each column is joined by itself.
/// </summary>
public sealed class Groups
{
    private readonly int _width;
    private readonly List<Group> _groups = [];
    private Dictionary<string, int>? _places;

    /// <summary>Groups of items alone.</summary>
    public Groups()
        : this(1)
    {
    }

    /// <summary>Groups of rows.</summary>
    public Groups(int width) => _width = width;

    /// <summary>How many keys there are.</summary>
    public int Count => _groups.Count;

    /// <summary>The key of a group.</summary>
    public Key Key(int group) => _groups[group].Key;

    /// <summary>Which pair of the constructor made the group.</summary>
    public int Pair(int group) => _groups[group].Pair;

    /// <summary>What the group's value is evaluated for: the only item, or an array of all.</summary>
    public JsonValue Value(int group, int column = 0) => _groups[group].Columns[column].ToValue();

    /// <summary>Adds an item to the group of its key; nothing for a missing key.</summary>
    /// <exception cref="JsonataException">T1003: the key is no string. D1009: another pair made the same key.</exception>
    public void Add(int pair, JsonValue key, JsonValue item) => Add(pair, key, [item]);

    /// <summary>Adds a row to the group of its key; nothing for a missing key.</summary>
    /// <exception cref="JsonataException">T1003: the key is no string. D1009: another pair made the same key.</exception>
    public void Add(int pair, JsonValue key, params ReadOnlySpan<JsonValue> row)
    {
        if (key.IsMissing)
        {
            return;
        }

        if (!key.IsString)
        {
            throw JsonataError.Of("T1003", value: key);
        }

        Key name = Texts.KeyOf(key);
        int at = Find(name);
        if (at < 0)
        {
            at = _groups.Count;
            _groups.Add(new Group(name, pair, new Joined[_width]));
            _places?.Add(name.Name, at);
        }
        else if (_groups[at].Pair != pair)
        {
            throw JsonataError.Of("D1009", value: key);
        }

        Joined[] columns = _groups[at].Columns;
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i].Add(row[i]);
        }
    }

    // Few groups are searched one by one: most keys are the same object.
    private int Find(Key name)
    {
        const int MostSearched = 16;
        if (_places is not null)
        {
            return _places.TryGetValue(name.Name, out int place) ? place : -1;
        }

        Span<Group> groups = CollectionsMarshal.AsSpan(_groups);
        for (int i = 0; i < groups.Length; i++)
        {
            if (ReferenceEquals(groups[i].Key, name) || groups[i].Key.SameText(name))
            {
                return i;
            }
        }

        if (groups.Length == MostSearched)
        {
            _places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int i = 0; i < groups.Length; i++)
            {
                _places.Add(groups[i].Key.Name, i);
            }
        }

        return -1;
    }

    private readonly record struct Group(Key Key, int Pair, Joined[] Columns);

    // JSONata's append, one value after another: the first stays as it is until a second comes.
    private struct Joined
    {
        private JsonValue _first;
        private Sequence _items;
        private bool _isArray;

        public void Add(JsonValue value)
        {
            if (_first.IsMissing)
            {
                _first = value;
                return;
            }

            if (value.IsMissing)
            {
                return;
            }

            if (!_isArray)
            {
                _items.Append(_first);
                _isArray = true;
            }

            _items.Append(value);
        }

        public readonly JsonValue ToValue() => _isArray ? _items.ToArray() : _first;
    }
}
