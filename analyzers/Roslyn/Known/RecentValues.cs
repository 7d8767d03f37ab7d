namespace Compiled.Analyzers;

/// <summary>A table that keeps what was asked for lately, and never more than twice its capacity. What it drops has to be found anew.</summary>
/// <param name="capacity">How many keys it keeps in any case.</param>
internal sealed class RecentValues<TKey, TValue>(int capacity)
    where TKey : notnull
{
    // When the young are as many as the capacity they become the old, and the old are dropped, less those that were asked for in between.
    private Dictionary<TKey, TValue> _young = [];
    private Dictionary<TKey, TValue> _old = [];

    /// <summary>How many values are kept.</summary>
    public int Count
    {
        get
        {
            lock (this)
                return _young.Count + _old.Keys.Count(key => !_young.ContainsKey(key));
        }
    }

    /// <summary>The value of a key, made anew where there is none or it is out of date. Two callers at once may both make one; either serves.</summary>
    public TValue GetOrMake(TKey key, Func<TValue, bool> isCurrent, Func<TValue> make)
    {
        lock (this)
        {
            if (Find(key, out TValue found) && isCurrent(found))
                return found;
        }

        TValue made = make();
        lock (this)
        {
            if (!_young.ContainsKey(key))
                Add(key, made);
            _young[key] = made;
            return made;
        }
    }

    private bool Find(TKey key, out TValue value)
    {
        if (_young.TryGetValue(key, out value))
            return true;
        if (!_old.TryGetValue(key, out value))
            return false;
        Add(key, value);
        return true;
    }

    private void Add(TKey key, TValue value)
    {
        if (_young.Count >= capacity)
            (_old, _young) = (_young, []);
        _young.Add(key, value);
    }
}
