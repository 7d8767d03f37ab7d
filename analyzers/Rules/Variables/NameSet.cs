namespace Compiled.Rules;

/// <summary>A set of numbered names that is joined and compared often.</summary>
internal sealed class NameSet
{
    private readonly ulong[] _words;

    private NameSet(ulong[] words) => _words = words;

    /// <summary>A set for so many names, with all of them or none.</summary>
    public NameSet(int count, bool isFull)
        : this(new ulong[(count + 63) / 64])
    {
        for (int i = 0; isFull && i < _words.Length; i++)
            _words[i] = ulong.MaxValue;
    }

    /// <summary>Whether the name is in the set.</summary>
    public bool this[int name] => (_words[name / 64] & (1UL << (name % 64))) != 0;

    /// <summary>A set with the same names.</summary>
    public NameSet Copy() => new((ulong[])_words.Clone());

    /// <summary>Adds a name.</summary>
    public void Add(int name) => _words[name / 64] |= 1UL << (name % 64);

    /// <summary>Keeps what is in the other set too; whether that changed anything.</summary>
    public bool Keep(NameSet other)
    {
        bool isChanged = false;
        for (int i = 0; i < _words.Length; i++)
        {
            ulong kept = _words[i] & other._words[i];
            isChanged |= kept != _words[i];
            _words[i] = kept;
        }
        return isChanged;
    }

    /// <summary>Adds what is in the other set; whether that changed anything.</summary>
    public bool Join(NameSet other)
    {
        bool isChanged = false;
        for (int i = 0; i < _words.Length; i++)
        {
            ulong joined = _words[i] | other._words[i];
            isChanged |= joined != _words[i];
            _words[i] = joined;
        }
        return isChanged;
    }
}
