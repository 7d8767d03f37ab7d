using System.Buffers;

namespace Compiled.Values;

/// <summary>
/// Which objects of a text that was read may have equal names, and which names have escapes; then whether it is so. Only such names are
/// looked at again.
/// </summary>
internal sealed class NameCheck
{
    // Below this the names are compared in pairs, above it through a table, so that text with many names cannot take quadratic time.
    private const int MostPairs = 16;

    private readonly List<int> _suspects = [];
    private readonly List<int> _escaped = [];

    public void Clear()
    {
        _suspects.Clear();
        _escaped.Clear();
    }

    /// <summary>Notes an object that may have equal names, by its row.</summary>
    public void Suspect(int row) => _suspects.Add(row);

    /// <summary>Notes a name with an escape, by its row.</summary>
    public void Escaped(int row) => _escaped.Add(row);

    /// <summary>Whether any object has equal names or any name is not spelled as <see cref="Key"/> spells it.</summary>
    public bool NeedNormalising(Document document)
    {
        foreach (int row in _escaped)
        {
            if (!IsSpelledAsWritten(document, row))
            {
                return true;
            }
        }

        foreach (int row in _suspects)
        {
            if (HasEqualNames(document, row))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpelledAsWritten(Document document, int row)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        buffer.String(StringText.Decode(document.Unquoted(row)));
        bool same = buffer.Written.SequenceEqual(document.Text(row));
        buffer.Return();
        return same;
    }

    private static bool HasEqualNames(Document document, int row)
    {
        int count = document.Count(row);
        return count <= MostPairs ? HasEqualPair(document, row) : HasEqualInTable(document, row, count);
    }

    private static bool HasEqualPair(Document document, int row)
    {
        Row[] rows = document.Rows;
        for (int i = row + 1; i < rows[row].Next; i = rows[i + 1].Next)
        {
            for (int j = rows[i + 1].Next; j < rows[row].Next; j = rows[j + 1].Next)
            {
                if (rows[i].Length == rows[j].Length && document.Text(i).SequenceEqual(document.Text(j)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Open addressing; the hash is seeded per process, so that text cannot be made to collide.
    private static bool HasEqualInTable(Document document, int row, int count)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 2);
        int[] rented = ArrayPool<int>.Shared.Rent(size);
        Span<int> table = rented.AsSpan(0, size);
        table.Clear();
        Row[] rows = document.Rows;
        bool found = false;
        for (int i = row + 1; i < rows[row].Next && !found; i = rows[i + 1].Next)
        {
            var hash = new HashCode();
            hash.AddBytes(document.Text(i));
            int slot = hash.ToHashCode() & (size - 1);
            while (table[slot] != 0 && !found)
            {
                found = document.Text(table[slot]).SequenceEqual(document.Text(i));
                slot = (slot + 1) & (size - 1);
            }

            table[slot] = i;
        }

        ArrayPool<int>.Shared.Return(rented);
        return found;
    }
}
