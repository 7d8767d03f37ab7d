using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Conformance.Fuzzing;

/// <summary>
/// Inputs, as JSON text: most have the members that paths name, of the kinds that they are meant to be; some lack them, have others, are large or
/// deep, name a member twice, or are no objects.
/// </summary>
internal sealed class FuzzInputs(FuzzRandom random)
{
    private const int DataLimit = 262_144;

    private readonly StringBuilder _text = new();
    private int _wrong;

    public static string Of(FuzzRandom random) => new FuzzInputs(random).Make();

    private string Make()
    {
        _wrong = random.Pick(0, 0, 0, 0, 2, 10);
        switch (random.Below(20))
        {
            case 0:
                return random.Pick("null", "1", "\"x\"", "true", "[]", "[1,{\"n\":1}]", " {} ", "-0", "1e400", "[[[]]]");
            case 1:
                Object(2, large: random.Pick(200_000, 100_000, 60_000, 20_000, 1_000, 128_000), "");
                break;
            case 2:
                return NearLimit();
            case 3:
                Object(2, 0, random.Pick("\"any\":", "\"o\":", "\"n\":") + Deep(random.Pick(100, 199, 200, 201, 254, 255, 256, 257, 258, 400, 510, 511)) + ",");
                break;
            default:
                Object(2, 0, "");
                break;
        }

        if (random.Percent(2))
            Damage();
        return _text.ToString();
    }

    // What reads only parts must refuse what the whole reader refuses.
    private void Damage()
    {
        int at = random.Below(_text.Length);
        if (random.Percent(50))
            _text.Remove(at, 1);
        else
            _text[at] = random.Pick('"', '}', ',', '\\', 'x', '\ud800');
    }

    /// <summary>An array in an array, so many levels deep.</summary>
    public static string Deep(int levels) => new string('[', levels) + new string(']', levels);

    // The text's last member fills it up to about what an input may have.
    private string NearLimit()
    {
        Object(2, 0, "");
        _text.Length--;
        int bytes = DataLimit + random.Pick(-1000, -2, -1, 0, 1, 1000);
        string member = (_text.Length > 1 ? "," : "") + random.Pick("\"s\":\"", "\"any\":\"", "\"t\":\"");
        int fill = bytes - Encoding.UTF8.GetByteCount(_text.ToString()) - member.Length - 2;
        return _text.Append(member).Append('x', Math.Max(fill, 0)).Append("\"}").ToString();
    }

    private void Object(int depth, int large, string first)
    {
        _text.Append('{').Append(first);
        bool isSpaced = random.Percent(10);
        string[] names = [.. FuzzNames.All.Where(name => FuzzNames.Core.Contains(name) ? random.Percent(97) : random.Percent(depth == 2 ? 88 : 35))];
        if (random.Percent(8))
            names = [.. names, random.Pick(names.Length > 0 ? names : ["n"])];
        string filled = random.Pick("s", "t", "any");
        for (int i = 0; i < names.Length; i++)
        {
            if (i > 0)
                _text.Append(isSpaced ? " , \n" : ",");
            // Names come with escapes now and then.
            _text.Append(names[i] == "n" && random.Percent(4) ? "\"\\u006e\"" : JsonSerializer.Serialize(names[i])).Append(isSpaced ? " : " : ":");
            if (large > 0 && names[i] == filled)
                _text.Append('"').Append('x', large).Append('"');
            else
                Value(random.Percent(_wrong) ? FuzzKind.Any : FuzzNames.KindOf(names[i]), depth);
        }

        if (names.Length == 0 && first.Length > 0)
            _text.Length--;
        _text.Append('}');
    }

    private void Value(FuzzKind kind, int depth)
    {
        switch (kind)
        {
            case FuzzKind.Number:
                _text.Append(random.Percent(75) ? random.Between(0, 4).ToString(CultureInfo.InvariantCulture)
                    : random.Pick("-0", "0.0", "1.0", "1e400", "-1e400", "9007199254740993", "9223372036854775807", "9223372036854775808", "1E2", "2.50", "1e-400", "0.1", "-3"));
                break;
            case FuzzKind.Text:
                _text.Append(random.Pick("\"x\"", "\"x\"", "\"y\"", "\"\"", "\"it's \\\"so\\\"\"", "\"gr\\u00f6\\u00dfe\"", "\"größe 🙂\"", "\"\\\\\\/\"", "\"{\\\"n\\\":1}\"", "\"eA==\"", "\"a,b\"", "\"\\u0000\\ud83d\\ude00\""));
                break;
            case FuzzKind.Flag:
                _text.Append(random.Pick("true", "false"));
                break;
            case FuzzKind.Time:
                _text.Append(random.Pick("\"2024-06-01T00:00:00Z\"", "\"2024-06-01T12:00:05Z\"", "\"2024-06-01T12:00:00.5Z\"", "\"2024-06-01\"", "\"2024-06-01T14:00:00+02:00\""));
                break;
            case FuzzKind.Object when depth > 0:
                Object(depth - 1, 0, "");
                break;
            case FuzzKind.Array:
                Array(depth);
                break;
            default:
                _text.Append(random.Pick("null", "{}", "[]", "1", "\"x\"", "true", "{\"n\":1,\"n\":2}", "[null]", "{\"o\":{\"o\":{\"n\":1}}}"));
                break;
        }
    }

    private void Array(int depth)
    {
        _text.Append('[');
        bool hasObjects = depth > 0 && random.Percent(60);
        int count = random.Pick(0, 1, 2, 2, 3);
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
                _text.Append(',');
            Value(hasObjects ? FuzzKind.Object : random.Pick(FuzzKind.Number, FuzzKind.Number, FuzzKind.Text, FuzzKind.Any), depth - 1);
        }

        _text.Append(']');
    }
}
