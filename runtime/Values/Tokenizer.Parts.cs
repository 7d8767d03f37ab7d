using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Compiled.Values;

/// <content>
/// Reads only the parts that a projection names. What is unusual (a text that is no object or no JSON, escapes in the names that are compared, equal names in
/// a part) is refused here and left to the whole reader, which also says what is wrong.
/// </content>
internal sealed partial class Tokenizer
{
    /// <summary>Reads the parts; false where the text has to be read whole.</summary>
    /// <param name="text">JSON text.</param>
    /// <param name="projection">What to keep.</param>
    /// <param name="parts">Gets the row of each part, -1 for one that isn't there.</param>
    /// <param name="document">Where the rows are; null when no part was found.</param>
    /// <param name="depth">How deep what was kept nests in the text.</param>
    public static bool TryReadParts(ReadOnlySpan<byte> text, Projection projection, Span<int> parts, out Document? document, out int depth)
    {
        Tokenizer tokenizer = t_current ??= new Tokenizer();
        bool isRead = tokenizer.TryParts(text, projection, parts, out document);
        depth = tokenizer._deepest;
        if (tokenizer._rows.Length > MostRowsKept)
            t_current = null;
        return isRead;
    }

    private bool TryParts(ReadOnlySpan<byte> text, Projection projection, Span<int> parts, out Document? document)
    {
        document = null;
        Begin();
        _slotCount = 0;
        parts.Fill(-1);
        int p = 0, count = 0;
        if (!Utf8.IsValid(text) || Next(text, ref p) != '{' || !ReadMembers(text, projection.Members, parts, ref p, ref count))
            return false;
        _ = Next(text, ref p);
        if (p != text.Length)
            return false;
        if (count + _slotCount == 0)
            return true;
        document = new Document(_whitespace.Remove(text), _rows.AsSpan(0, count).ToArray(), _deepest) { Items = _slotCount == 0 ? null : _slots.AsSpan(0, _slotCount).ToArray() };
        return !_names.NeedNormalising(document);
    }

    // From the opening brace to behind the closing one.
    private bool ReadMembers(ReadOnlySpan<byte> s, ProjectedMember[] members, Span<int> parts, ref int p, ref int count)
    {
        if (_depth == JsonValue.MaxDepth)
            return false;
        _depth++;
        p++;
        byte c = Next(s, ref p);
        int expected = 0;
        while (c == '"')
        {
            int start = p;
            p = Scan.String(s, p, out RowKind kind);
            if (p < 0 || kind == RowKind.Escaped)
                return false;
            ProjectedMember? member = Find(members, s[start..p], ref expected);
            if (Next(s, ref p) != ':')
                return false;
            p++;
            if (!(member is null ? Skip(s, ref p) : ReadMember(s, member, parts, ref p, ref count)))
                return false;
            c = Next(s, ref p);
            if (c != ',')
                break;
            p++;
            // Behind a comma there is another name.
            if ((c = Next(s, ref p)) != '"')
                return false;
        }

        if (c != '}')
            return false;
        p++;
        _depth--;
        return true;
    }

    private bool ReadMember(ReadOnlySpan<byte> s, ProjectedMember member, Span<int> parts, ref int p, ref int count)
    {
        if (member.IsArray)
        {
            parts[member.Part] = -1;
            return Next(s, ref p) == '[' ? ReadItems(s, member, parts, ref p, ref count) : Skip(s, ref p);
        }

        if (member.Part >= 0)
        {
            // The last of equal names wins.
            parts[member.Part] = count;
            return Read(s, ref p, ref count);
        }

        Forget(member, parts);
        return Next(s, ref p) == '{' ? ReadMembers(s, member.Members, parts, ref p, ref count) : Skip(s, ref p);
    }

    // Members mostly come in the projection's order, so that the one behind the last is looked at first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ProjectedMember? Find(ProjectedMember[] members, ReadOnlySpan<byte> quoted, ref int expected)
    {
        for (int i = 0; i < members.Length; i++)
        {
            int at = expected + i;
            if (at >= members.Length)
                at -= members.Length;
            Key name = members[at].Name;
            if (name.Length - 1 != quoted.Length || !name.Quoted[..quoted.Length].SequenceEqual(quoted))
                continue;
            expected = at + 1 == members.Length ? 0 : at + 1;
            return members[at];
        }

        return null;
    }

    private static void Forget(ProjectedMember member, Span<int> parts)
    {
        foreach (ProjectedMember inner in member.Members)
        {
            if (inner.Part >= 0)
                parts[inner.Part] = -1;
            else
                Forget(inner, parts);
        }
    }

    // Checks a value that nobody reads.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Skip(ReadOnlySpan<byte> s, ref int position)
    {
        // A bit for each container that is open, set for objects.
        Span<ulong> objects = stackalloc ulong[JsonValue.MaxDepth / 64 + 1];
        int p = position, open = 0;
    Value:
        byte c = Next(s, ref p);
        if (c is (byte)'{' or (byte)'[')
        {
            if (_depth + open == JsonValue.MaxDepth)
                return false;
            bool isObject = c == '{';
            objects[open >> 6] = isObject ? objects[open >> 6] | 1UL << open : objects[open >> 6] & ~(1UL << open);
            open++;
            p++;
            if (Next(s, ref p) == c + 2)
                goto Close;
            if (isObject)
                goto Name;
            goto Value;
        }

        p = c == '"' ? Scan.String(s, p, out _) : Scan.Scalar(s, p, out _);
        if (p < 0)
            return false;
    After:
        if (open == 0)
        {
            position = p;
            return true;
        }

        c = Next(s, ref p);
        bool isInObject = (objects[open - 1 >> 6] >> open - 1 & 1) != 0;
        if (c == (isInObject ? '}' : ']'))
            goto Close;
        if (c != ',')
            return false;
        p++;
        if (!isInObject)
            goto Value;
    Name:
        if (Next(s, ref p) != '"')
            return false;
        p = Scan.String(s, p, out _);
        if (p < 0 || Next(s, ref p) != ':')
            return false;
        p++;
        goto Value;
    Close:
        p++;
        open--;
        goto After;
    }
}
