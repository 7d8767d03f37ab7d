using System.Text;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>Strings as other strings.</content>
public static partial class JsonataFunctions
{
    private const char LastByte = '\u00FF';

    /// <summary><c>$base64encode(string)</c>: each character is a byte, as in JSONata.</summary>
    /// <exception cref="JsonataException">T0410: a character is above U+00FF.</exception>
    public static JsonValue Base64encode(JsonValue text)
    {
        Arguments.String(text, "base64encode", 1);
        if (text.IsMissing)
        {
            return default;
        }

        string content = text.AsString();
        if (content.AsSpan().IndexOfAnyExceptInRange('\0', LastByte) >= 0)
        {
            throw new JsonataException("T0410", "Argument 1 of function \"base64encode\" must not have characters above U+00FF; encode them first, with $encodeUrlComponent for instance");
        }

        return JsonValue.String(Convert.ToBase64String(Encoding.Latin1.GetBytes(content)));
    }

    /// <summary><c>$base64decode(string)</c>: each byte becomes a character. What is no digit of Base64 is passed over, as Node.js does.</summary>
    public static JsonValue Base64decode(JsonValue text)
    {
        Arguments.String(text, "base64decode", 1);
        if (text.IsMissing)
        {
            return default;
        }

        var decoded = new StringBuilder();
        int bits = 0, count = 0;
        foreach (char c in text.AsString())
        {
            if (c == '=')
            {
                break;
            }

            int digit = Base64Digit(c);
            if (digit < 0)
            {
                continue;
            }

            bits = bits << 6 | digit;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                decoded.Append((char)(bits >> count & LastByte));
            }
        }

        return JsonValue.String(decoded.ToString());
    }

    /// <summary><c>$encodeUrlComponent(string)</c>.</summary>
    /// <exception cref="JsonataException">D3140: half of a surrogate pair stands alone.</exception>
    public static JsonValue EncodeUrlComponent(JsonValue text) => InUrl(text, "encodeUrlComponent", static content => UrlEncoding.Encode(content, isWhole: false));

    /// <summary><c>$encodeUrl(string)</c>: the characters that give a URL its structure stay.</summary>
    /// <exception cref="JsonataException">D3140: half of a surrogate pair stands alone.</exception>
    public static JsonValue EncodeUrl(JsonValue text) => InUrl(text, "encodeUrl", static content => UrlEncoding.Encode(content, isWhole: true));

    /// <summary><c>$decodeUrlComponent(string)</c>.</summary>
    /// <exception cref="JsonataException">D3140: a <c>%</c> does not start UTF-8.</exception>
    public static JsonValue DecodeUrlComponent(JsonValue text) => InUrl(text, "decodeUrlComponent", static content => UrlEncoding.Decode(content, isWhole: false));

    /// <summary><c>$decodeUrl(string)</c>: what stands for the characters that give a URL its structure stays.</summary>
    /// <exception cref="JsonataException">D3140: a <c>%</c> does not start UTF-8.</exception>
    public static JsonValue DecodeUrl(JsonValue text) => InUrl(text, "decodeUrl", static content => UrlEncoding.Decode(content, isWhole: true));

    private static JsonValue InUrl(in JsonValue text, string function, Func<string, string?> change)
    {
        Arguments.String(text, function, 1);
        if (text.IsMissing)
        {
            return default;
        }

        return JsonValue.String(change(text.AsString()) ?? throw JsonataError.Of("D3140", token: function, value: text));
    }

    private static int Base64Digit(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };
}
