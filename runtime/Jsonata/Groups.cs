using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Groups items by key: <c>order{id: price}</c>, and object constructors whose keys are computed. With variables bound to the items
/// (<c>@</c>, <c>#</c>, <c>%</c>) each item is a row: the item, then the variables, and each column is joined by itself.
/// </summary>
public sealed class Groups
{
    private const int MostSearched = 16, FirstCapacity = 4;

    private readonly int _width;
    private Key[] _keys = new Key[FirstCapacity];
    private int[] _pairs = new int[FirstCapacity];
    private JoinedItems[] _cells;
    private Dictionary<string, int>? _places;

    /// <summary>Groups of items alone.</summary>
    public Groups()
        : this(1)
    {
    }

    /// <summary>Groups of rows.</summary>
    public Groups(int width)
    {
        _width = width;
        _cells = new JoinedItems[FirstCapacity * width];
    }

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The key of a group.</summary>
    public Key Key(int group) => _keys[group];

    /// <summary>Which pair of the constructor made the group.</summary>
    public int Pair(int group) => _pairs[group];

    /// <summary>What the group's value is evaluated for: the only item, or an array of all.</summary>
    public JsonValue Value(int group, int column = 0) => _cells[group * _width + column].ToValue();

    /// <summary>Adds an item to the group of its key; nothing for a missing key.</summary>
    /// <exception cref="JsonataException">T1003: the key is no string. D1009: another pair made the same key.</exception>
    public void Add(int pair, JsonValue key, JsonValue item)
    {
        int group = GroupOf(pair, key);
        if (group >= 0)
        {
            _cells[group].Add(item);
        }
    }

    /// <summary>Adds a row to the group of its key; nothing for a missing key.</summary>
    /// <exception cref="JsonataException">T1003: the key is no string. D1009: another pair made the same key.</exception>
    public void Add(int pair, JsonValue key, params ReadOnlySpan<JsonValue> row)
    {
        int group = GroupOf(pair, key);
        for (int i = 0; i < _width && group >= 0; i++)
        {
            _cells[group * _width + i].Add(row[i]);
        }
    }

    private int GroupOf(int pair, JsonValue key)
    {
        if (key.IsMissing)
        {
            return -1;
        }

        if (!key.IsString)
        {
            throw JsonataError.Of("T1003", value: key);
        }

        Key name = Texts.KeyOf(key);
        int group = Find(name);
        if (group < 0)
        {
            return Open(name, pair);
        }

        return _pairs[group] == pair ? group : throw JsonataError.Of("D1009", value: key);
    }

    private int Open(Key name, int pair)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _pairs, Count * 2);
            Array.Resize(ref _cells, Count * 2 * _width);
        }

        _keys[Count] = name;
        _pairs[Count] = pair;
        _places?.Add(name.Name, Count);
        return Count++;
    }

    // Few groups are searched one by one: most keys are the same object.
    private int Find(Key name)
    {
        if (_places is not null)
        {
            return _places.TryGetValue(name.Name, out int place) ? place : -1;
        }

        ReadOnlySpan<Key> keys = _keys.AsSpan(0, Count);
        for (int i = 0; i < keys.Length; i++)
        {
            if (ReferenceEquals(keys[i], name) || keys[i].SameText(name))
            {
                return i;
            }
        }

        if (keys.Length == MostSearched)
        {
            _places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int i = 0; i < keys.Length; i++)
            {
                _places.Add(keys[i].Name, i);
            }
        }

        return -1;
    }
}
