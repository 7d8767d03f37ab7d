namespace Compiled.Jsonata;

/// <summary>
/// Keeps the last pictures that came as values. Their number is fixed, so that input cannot make it grow; two that share a slot take it
/// from each other.
/// </summary>
internal sealed class PictureCache<T>(Func<string, T> analyse)
    where T : class
{
    private const int Slots = 64;
    private const int LongestKept = 256;

    private readonly Entry?[] _entries = new Entry?[Slots];

    public T Get(string picture)
    {
        if (picture.Length > LongestKept)
        {
            return analyse(picture);
        }

        // The ordinal hash differs from process to process, but only decides which slot is used.
        ref Entry? slot = ref _entries[(uint)string.GetHashCode(picture) % Slots];
        Entry? entry = slot;
        if (entry is null || entry.Picture != picture)
        {
            slot = entry = new Entry(picture, analyse(picture));
        }

        return entry.Analysed;
    }

    private sealed record Entry(string Picture, T Analysed);
}
