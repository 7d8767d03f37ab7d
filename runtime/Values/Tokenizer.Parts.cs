using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <content>
/// Reads only the parts that a projection names. What is unusual (a text that is no object or no JSON, escapes in the names that are compared, equal names in
/// a part) is refused here and left to the whole reader, which also says what is wrong.
/// </content>
internal sealed partial class Tokenizer
{
    private bool _metArray;
    private Around[] _inside = new Around[8];
    private int _insideCount;

    // So many members that were there in other texts may be missing one after the other.
    private const int MostMissing = 8;

    /// <summary>Reads the parts; false where the text has to be read whole.</summary>
    /// <param name="text">JSON text.</param>
    /// <param name="projection">What to keep.</param>
    /// <param name="parts">Gets the row of each part, -1 for one that isn't there.</param>
    /// <param name="scratch">Memory for the parts, of which none may outlast its use; null for memory of their own.</param>
    /// <param name="memory">The thread's.</param>
    /// <param name="read">Where the rows are, and how deep what was kept nests in the text.</param>
    public static bool TryReadParts(ReadOnlySpan<byte> text, Projection projection, Span<int> parts, Scratch? scratch, ThreadMemory memory, out PartsRead read)
    {
        Tokenizer tokenizer = scratch is null ? memory.Tokenizer ??= new Tokenizer() : scratch.Tokenizer;
        bool isRead = tokenizer.TryParts(text, projection, parts, scratch, out read);
        if (scratch is null && tokenizer._rows.Length > MostRowsKept)
            memory.Tokenizer = null;
        return isRead;
    }

    private bool TryParts(ReadOnlySpan<byte> text, Projection projection, Span<int> parts, Scratch? scratch, out PartsRead read)
    {
        read = default;
        _slotCount = _insideCount = 0;
        _metArray = false;
        parts.Fill(-1);
        if (projection.IsGivenUp)
            return false;
        byte[]? own = scratch is null ? OwnFor(text) : null;
        text = Begin(text, own, out bool isUtf8);
        if (!isUtf8)
            return false;
        bool areRead = Next(text, ref _position) == '{' && ReadMembers(text, projection.Layout, parts);
        projection.Note(_metArray);
        if (!areRead || !TryEnd(ref text))
            return false;
        read = scratch is null ? Own(text, own) : Lend(text, scratch);
        return read.Document is null || !_names.NeedNormalising(read.Document);
    }

    private PartsRead Own(ReadOnlySpan<byte> text, byte[]? own)
    {
        if (_count + _slotCount == 0)
            return new PartsRead(null, _deepest, null);
        return new PartsRead(Keep(text, own), _deepest, _slotCount == 0 ? null : _slots.AsSpan(0, _slotCount).ToArray());
    }

    // The memory's own reader: what it read stays where it is.
    private PartsRead Lend(ReadOnlySpan<byte> text, Scratch scratch)
    {
        byte[] bytes = _padded;
        if (_whitespace.Skipped != 0)
            _whitespace.Remove(text, bytes = scratch.Compact);
        return new PartsRead(scratch.Filled(bytes, _rows, text.Length - _whitespace.Skipped, _deepest), _deepest, _slots);
    }

    // From the opening brace to behind the closing one; with a stride, to that of a later item.
    private bool ReadMembers(ReadOnlySpan<byte> text, MemberLayout layout, Span<int> parts, int stride = 0)
    {
        if (_depth == JsonValue.MaxDepth)
            return false;
        _depth++;
        _position++;
        int around = _insideCount, expected = 0;
        Place place = Place.First;
        ProjectedMember? member = null;
        while (true)
        {
            if (place != Place.Close)
                place = MembersOn(text, stride, around, ref layout, ref parts, ref expected, ref member, place);
            switch (place)
            {
                case Place.First:
                    place = Next(text, ref _position) == '}' ? Place.Close : Place.Name;
                    break;
                case Place.Name:
                    if (!ReadName(text, layout, ref expected, out member))
                        return false;
                    place = Place.Value;
                    break;
                case Place.Value:
                    byte c = Next(text, ref _position);
                    if (member is { IsInside: true } && c == '{')
                    {
                        if (_depth == JsonValue.MaxDepth)
                            return false;
                        if (_insideCount == _inside.Length)
                            Array.Resize(ref _inside, 2 * _insideCount);
                        Enter(member, member.Layout, parts, ref layout, ref expected);
                        _position++;
                        place = Place.First;
                        break;
                    }

                    if (!(member is null ? Skip(text) : ReadMember(text, member, parts)))
                        return false;
                    place = Place.After;
                    break;
                case Place.After:
                    c = Next(text, ref _position);
                    if (c != ',')
                    {
                        if (c != '}')
                            return false;
                        place = Place.Close;
                        break;
                    }

                    _position++;
                    place = Place.Name;
                    break;
                default:
                    _position++;
                    _depth--;
                    if (_insideCount == around)
                        return true;
                    (layout, expected) = _inside[--_insideCount];
                    place = Place.After;
                    break;
            }
        }
    }

    // Notes the object that a member is in, to go on in the member's. Of members with equal names the last wins.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(ProjectedMember? member, MemberLayout inside, Span<int> parts, ref MemberLayout layout, ref int expected)
    {
        ref Around around = ref _inside[_insideCount++];
        (around.Layout, around.Expected) = (layout, expected);
        _depth++;
        if (member is not null)
            Forget(member, parts);
        (layout, expected) = (inside, 0);
    }

    // A name that isn't the one that was expected, with its colon.
    private bool ReadName(ReadOnlySpan<byte> s, MemberLayout layout, ref int expected, out ProjectedMember? member)
    {
        member = null;
        if (Next(s, ref _position) != '"')
            return false;
        int start = _position, p = Scan.String(s, start, out RowKind kind);
        if (p < 0 || (kind == RowKind.Escaped && !layout.IsSkipped))
            return false;
        ReadOnlySpan<byte> quoted = s[start..p];
        member = Find(layout.Members, quoted);
        bool isCompact = p < s.Length && s[p] == ':';
        if (Next(s, ref p) != ':')
            return false;
        _position = p + 1;
        if (!isCompact || !NamePlace.TryMake(s[start..(p + 1)], member, out NamePlace name))
            return true;
        NamePlace[] places = layout.Places;
        for (int i = expected; i < places.Length && i <= expected + MostMissing; i++)
        {
            if (places[i].IsSame(name))
            {
                expected = i + 1;
                return true;
            }
        }

        if (layout.TryAdd(expected, name))
            expected++;
        return true;
    }

    private bool ReadMember(ReadOnlySpan<byte> s, ProjectedMember member, Span<int> parts)
    {
        if (member.IsArray)
        {
            parts[member.Part] = -1;
            return s[_position..] is [(byte)'[', ..] ? ReadItems(s, member, parts) : Skip(s);
        }

        if (member.Part >= 0)
        {
            // The last of equal names wins.
            parts[member.Part] = _count;
            return Read(s);
        }

        // No object.
        Forget(member, parts);
        _metArray = member.GoesThroughArrays && s[_position..] is [(byte)'[', ..];
        return !_metArray && Skip(s);
    }

    private static ProjectedMember? Find(ProjectedMember[] members, ReadOnlySpan<byte> quoted)
    {
        foreach (ProjectedMember member in members)
        {
            if (member.Name.Length - 1 == quoted.Length && member.Name.Quoted[..quoted.Length].SequenceEqual(quoted))
                return member;
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Forget(ProjectedMember member, Span<int> parts)
    {
        for (int i = member.FirstPart; i < member.EndPart; i++)
            parts[i] = -1;
        if (member.Presence >= 0)
            parts[member.Presence] = Projection.Present;
    }

    // An object around the one that is read: what is kept of it, and which name is expected next.
    private struct Around
    {
        public MemberLayout Layout;
        public int Expected;

        public readonly void Deconstruct(out MemberLayout layout, out int expected) => (layout, expected) = (Layout, Expected);
    }
}
