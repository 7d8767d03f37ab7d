using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>Base64Encode, Base64Decode and Hash. Text is taken as UTF-8.</content>
public static partial class Intrinsics
{
    private static readonly SearchValues<char> s_base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    /// <summary><c>States.Base64Encode</c>. FEATURES L-414.</summary>
    public static JsonValue Base64Encode(string functionText, JsonValue value)
    {
        if (!TryText(value, out string? text))
        {
            return Mismatch(functionText, "a string", 0, value);
        }

        return text.Length > MaxCharacters ? TooLong(functionText, text) : JsonValue.String(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary><c>States.Base64Decode</c>. The padding may be left out; bytes that are not UTF-8 become U+FFFD. FEATURES L-414.</summary>
    public static JsonValue Base64Decode(string functionText, JsonValue value)
    {
        if (!TryText(value, out string? text))
        {
            return Mismatch(functionText, "a string", 0, value);
        }

        if (text.Length > MaxCharacters)
        {
            return TooLong(functionText, text);
        }

        // .NET skips whitespace, which AWS (Java's basic decoder) refuses; and it wants the padding, which Java doesn't.
        string digits = text.TrimEnd('=');
        int padding = text.Length - digits.Length, needed = -digits.Length & 3;
        if (digits.AsSpan().ContainsAnyExcept(s_base64) || needed == 3 || (padding != 0 && padding != needed))
        {
            return Fail(functionText, "The string is not Base64.");
        }

        return JsonValue.String(Encoding.UTF8.GetString(Convert.FromBase64String(digits.PadRight(digits.Length + needed, '='))));
    }

    /// <summary><c>States.Hash</c>: the hash of a string in lower-case hexadecimal digits. FEATURES L-415.</summary>
    public static JsonValue Hash(string functionText, JsonValue data, JsonValue algorithm)
    {
        if (!TryText(data, out string? text))
        {
            return Mismatch(functionText, "a string", 0, data, algorithm);
        }

        if (!TryText(algorithm, out string? name))
        {
            return Mismatch(functionText, "a string", 1, data, algorithm);
        }

        if (text.Length > MaxCharacters)
        {
            return TooLong(functionText, text);
        }

        return HashText(text, name) is { } hash
            ? JsonValue.String(hash)
            : Fail(functionText, $"'{name}' is no hash algorithm here; MD5, SHA-1, SHA-256, SHA-384 and SHA-512 are.");
    }

    /// <summary>The hash of a text's UTF-8 in lower-case hexadecimal digits; null for an algorithm other than the five.</summary>
    internal static string? HashText(string text, string algorithm)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[]? hash = algorithm switch
        {
            "MD5" => MD5.HashData(utf8),
            "SHA-1" => SHA1.HashData(utf8),
            "SHA-256" => SHA256.HashData(utf8),
            "SHA-384" => SHA384.HashData(utf8),
            "SHA-512" => SHA512.HashData(utf8),
            _ => null,
        };
        return hash is null ? null : Convert.ToHexStringLower(hash);
    }

    private static JsonValue TooLong(string functionText, string text)
        => Fail(
            functionText,
            string.Create(CultureInfo.InvariantCulture, $"The string has {text.Length} characters; at most {MaxCharacters} are allowed."));
}
