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
    private Group[] _groups = new Group[FirstCapacity];

    // The columns of rows behind the first.
    private JoinedItems[] _others;
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
        _others = width == 1 ? [] : new JoinedItems[FirstCapacity * (width - 1)];
    }

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The key of a group.</summary>
    public Key Key(int group) => _groups[group].Key;

    /// <summary>Which pair of the constructor made the group.</summary>
    public int Pair(int group) => _groups[group].Pair;

    /// <summary>What the group's value is evaluated for: the only item, or an array of all.</summary>
    public JsonValue Value(int group, int column = 0) => column == 0 ? _groups[group].Items.ToValue() : Other(group, column).ToValue();

    /// <summary>Adds an item to the group of its key; nothing for a missing key.</summary>
    /// <exception cref="JsonataException">T1003: the key is no string. D1009: another pair made the same key.</exception>
    public void Add(int pair, JsonValue key, JsonValue item)
    {
        int group = GroupOf(pair, key);
        if (group >= 0)
        {
            _groups[group].Items.Add(item);
        }
    }

    /// <summary>Adds a row to the group of its key; nothing for a missing key.</summary>
    /// <exception cref="JsonataException">T1003: the key is no string. D1009: another pair made the same key.</exception>
    public void Add(int pair, JsonValue key, params ReadOnlySpan<JsonValue> row)
    {
        int group = GroupOf(pair, key);
        if (group < 0)
        {
            return;
        }

        _groups[group].Items.Add(row[0]);
        for (int i = 1; i < _width; i++)
        {
            Other(group, i).Add(row[i]);
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

        return _groups[group].Pair == pair ? group : throw JsonataError.Of("D1009", value: key);
    }

    private int Open(Key name, int pair)
    {
        if (Count == _groups.Length)
        {
            Array.Resize(ref _groups, Count * 2);
            Array.Resize(ref _others, Count * 2 * (_width - 1));
        }

        ref Group group = ref _groups[Count];
        group.Key = name;
        group.Pair = pair;
        _places?.Add(name.Name, Count);
        return Count++;
    }

    private ref JoinedItems Other(int group, int column) => ref _others[group * (_width - 1) + column - 1];

    // Few groups are searched one by one: most keys are the same object.
    private int Find(Key name)
    {
        if (_places is not null)
        {
            return _places.TryGetValue(name.Name, out int place) ? place : -1;
        }

        ReadOnlySpan<Group> groups = _groups.AsSpan(0, Count);
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

    private struct Group
    {
        public Key Key;
        public int Pair;
        public JoinedItems Items;
    }
}
