using System.Text;

namespace Compiled.MapRuns.Objects;

/// <summary>The order in which a store lists keys.</summary>
public static class ObjectOrder
{
    /// <summary>Compares keys by the bytes of their UTF-8, as S3 does; UTF-16 sorts characters outside the first plane before some inside it.</summary>
    public static IComparer<string> Keys { get; } = Comparer<string>.Create(static (a, b) =>
    {
        int common = a.AsSpan().CommonPrefixLength(b);
        if (common == a.Length || common == b.Length)
            return a.Length.CompareTo(b.Length);
        return char.IsSurrogate(a[common]) || char.IsSurrogate(b[common])
            ? Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))
            : a[common].CompareTo(b[common]);
    });
}
