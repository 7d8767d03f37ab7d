using System.Buffers;
using System.Text.Unicode;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>Puts text together in scratch space, then in rented space, so that the result is all that is allocated.</summary>
internal ref struct TextBuilder(Span<char> scratch)
{
    private Span<char> _chars = scratch;
    private char[]? _rented;
    private int _count;

    /// <summary>How many characters there are.</summary>
    public readonly int Count => _count;

    public void Append(char value)
    {
        Room(1)[0] = value;
        _count++;
    }

    public void Append(string value)
    {
        value.CopyTo(Room(value.Length));
        _count += value.Length;
    }

    /// <summary>
    /// Appends a value as Format writes it: strings as they are, numbers with the text they have, objects and arrays as Java prints its
    /// collections: <c>{a=1, b=[x, y]}</c>. FEATURES L-404.
    /// </summary>
    public void Append(JsonValue value)
    {
        switch (value.Node)
        {
            case string text: Append(text); break;
            case Document document when value.IsString: AppendString(document, (int)value.Bits); break;
            case Document document when !value.IsObject && !value.IsArray: AppendRaw(document.Text((int)value.Bits)); break;
            case Tag tag: AppendScalar(value, tag); break;
            default: AppendContainer(value); break;
        }
    }

    /// <summary>Appends a string of a document.</summary>
    public void AppendString(Document document, int row) => _count += document.Decode(row, Room(document.Rows[row].Length));

    /// <summary>Appends UTF-8 text as it is.</summary>
    public void AppendUtf8(scoped ReadOnlySpan<byte> utf8)
    {
        Utf8.ToUtf16(utf8, Room(utf8.Length), out _, out int written);
        _count += written;
    }

    /// <summary>Appends a few characters, such as the digits of a number, all of them ASCII.</summary>
    public void AppendAscii(scoped ReadOnlySpan<byte> ascii)
    {
        Span<char> room = Room(ascii.Length);
        for (int i = 0; i < ascii.Length; i++)
        {
            room[i] = (char)ascii[i];
        }

        _count += ascii.Length;
    }

    /// <summary>Appends characters.</summary>
    public void Append(scoped ReadOnlySpan<char> value)
    {
        value.CopyTo(Room(value.Length));
        _count += value.Length;
    }

    /// <summary>The text; the rented space goes back.</summary>
    public string End()
    {
        string text = new(_chars[.._count]);
        Return();
        return text;
    }

    private void AppendRaw(scoped ReadOnlySpan<byte> raw) => _count += StringText.Decode(raw, Room(raw.Length));

    private void AppendScalar(JsonValue value, Tag tag)
    {
        if (tag.Kind != JsonKind.Number)
        {
            Append(tag.Kind switch { JsonKind.True => "true", JsonKind.False => "false", _ => "null" });
            return;
        }

        Span<byte> digits = stackalloc byte[NumberFormat.Longest];
        int length = ReferenceEquals(tag, Tag.Integer) ? NumberFormat.Write(value.Bits, digits) : NumberFormat.Write(value.AsDouble(), digits);
        AppendRaw(digits[..length]);
    }

    private void AppendContainer(JsonValue value)
    {
        bool isFirst = true;
        if (value.IsObject)
        {
            Append('{');
            foreach (JsonMember member in value.Members())
            {
                Separate(ref isFirst);
                Append(member.Name);
                Append('=');
                Append(member.Value);
            }

            Append('}');
            return;
        }

        Append('[');
        foreach (JsonValue item in value.Items())
        {
            Separate(ref isFirst);
            Append(item);
        }

        Append(']');
    }

    private void Separate(ref bool isFirst)
    {
        if (!isFirst)
        {
            Append(", ");
        }

        isFirst = false;
    }

    private Span<char> Room(int count)
    {
        if (_chars.Length - _count < count)
        {
            char[] longer = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, _count + count));
            _chars[.._count].CopyTo(longer);
            Return();
            _chars = _rented = longer;
        }

        return _chars[_count..];
    }

    private void Return()
    {
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
            _rented = null;
        }
    }
}
