namespace Conformance.Fuzzing;

/// <summary>Numbers that look random and are the same for the same seed on every machine: SplitMix64.</summary>
internal sealed class FuzzRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A source of its own for one thing of many, so that the others stay as they are when it asks for more.</summary>
    public static FuzzRandom Of(ulong seed, params ReadOnlySpan<int> numbers)
    {
        FuzzRandom random = new(seed);
        foreach (int number in numbers)
            random = new FuzzRandom(random.NextBits() ^ (uint)number);
        return random;
    }

    public ulong NextBits()
    {
        ulong bits = _state += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 to less than the given one.</summary>
    public int Below(int bound) => (int)(NextBits() % (ulong)bound);

    /// <summary>A number between two, both possible.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Percent(int percent) => Below(100) < percent;

    public T Pick<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];
}
