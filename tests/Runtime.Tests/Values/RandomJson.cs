using System.Text;

namespace Compiled.Runtime.Tests.Values;

/// <summary>Makes JSON text from a seed: all kinds, odd spellings, repeated names, whitespace; and spoils it.</summary>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] s_names = ["a", "b", "ab", "id", "name", "total", "orderId", "orderNo", "", "å", "\\u0061", "\\n", "a\\\\b", "x\\ty", "\\/", "/", "item_1_x", "item_2_x"];
    private static readonly string[] s_strings = ["", "a", "gold", "plain text of more than sixteen bytes", "é€😀", "\\u00e9", "\\ud83d\\ude00", "\\\"", "\\\\", "a\\nb", "\\/", "0123456789abcdef\\u0041"];
    private static readonly string[] s_numbers = ["0", "-0", "1", "-1", "42", "3.25", "1e5", "1E-2", "-0.0", "0.1", "123456789012", "1234567890123456789", "99999999999999999999", "1.7976931348623157e308", "5e-324", "1e400"];
    private static readonly string[] s_gaps = ["", "", "", " ", "\n", "\r\n\t", "  "];

    // Bytes that matter to a reader of JSON, so that a change often stays near what is legal.
    private static readonly byte[] s_alphabet = "{}[]:,\"\\ \n\t0123456789.eE+-truefalsnu/bx\u0001a"u8.ToArray();
    private static readonly byte[] s_anyHigh = [0x80, 0xBF, 0xC2, 0xA9, 0xE2, 0x82, 0xF0, 0x9F, 0xED, 0xA0, 0xEF, 0xBB, 0xFF, 0x7F, 0x00];

    private readonly StringBuilder _text = new();
    private bool _spaced;

    public Random Random { get; } = new(seed);

    /// <summary>One legal text.</summary>
    public byte[] Next()
    {
        _text.Clear();
        _spaced = Random.Next(3) == 0;
        Gap();
        Value(Random.Next(5));
        Gap();
        return Encoding.UTF8.GetBytes(_text.ToString());
    }

    /// <summary>The text with one to three bytes replaced, dropped, added or doubled, or its end cut off.</summary>
    public byte[] Spoil(byte[] text)
    {
        List<byte> bytes = [.. text];
        for (int changes = Random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
        {
            int at = Random.Next(bytes.Count);
            byte value = Random.Next(6) == 0 ? s_anyHigh[Random.Next(s_anyHigh.Length)] : s_alphabet[Random.Next(s_alphabet.Length)];
            switch (Random.Next(5))
            {
                case 0: bytes[at] = value; break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, value); break;
                case 3: bytes.Insert(at, bytes[at]); break;
                default: bytes.RemoveRange(at, Math.Min(Random.Next(8), bytes.Count - at)); break;
            }
        }

        return [.. bytes];
    }

    private void Value(int depth)
    {
        switch (Random.Next(depth > 0 ? 9 : 5))
        {
            case 0: _text.Append('"').Append(s_strings[Random.Next(s_strings.Length)]).Append('"'); break;
            case 1 or 2: _text.Append(s_numbers[Random.Next(s_numbers.Length)]); break;
            case 3: _text.Append(Random.Next(2) == 0 ? "true" : "false"); break;
            case 4: _text.Append("null"); break;
            case 5: Container('[', ']', depth, named: false); break;
            default: Container('{', '}', depth, named: true); break;
        }
    }

    private void Container(char open, char close, int depth, bool named)
    {
        _text.Append(open);
        Gap();
        int count = Random.Next(20) == 0 ? Random.Next(40) : Random.Next(6);
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                _text.Append(',');
                Gap();
            }

            if (named)
            {
                // Mostly distinct names, sometimes one from the short list, where repeats are likely.
                _text.Append('"').Append(Random.Next(3) == 0 ? s_names[Random.Next(s_names.Length)] : $"k{Random.Next(1000)}").Append('"');
                Gap();
                _text.Append(':');
                Gap();
            }

            Value(count > 6 ? 0 : depth - 1);
            Gap();
        }

        _text.Append(close);
    }

    private void Gap()
    {
        if (_spaced)
        {
            _text.Append(s_gaps[Random.Next(s_gaps.Length)]);
        }
    }
}
