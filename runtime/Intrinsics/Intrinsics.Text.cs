using System.Buffers.Binary;
using System.Globalization;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>Format, StringSplit and UUID.</content>
public static partial class Intrinsics
{
    private const int ScratchChars = 256;

    /// <summary><c>States.Format</c> with a literal template, which the compiler has taken apart at its <c>{}</c>. FEATURES L-404.</summary>
    /// <param name="functionText">The call as written.</param>
    /// <param name="literalPieces">The template's pieces with their escapes undone, one more than there are arguments.</param>
    /// <param name="arguments">The values to put between them.</param>
    public static JsonValue Format(string functionText, ReadOnlySpan<string> literalPieces, ReadOnlySpan<JsonValue> arguments)
    {
        if (!AreValues(functionText, arguments, out JsonValue failure, firstIndex: 1))
        {
            return failure;
        }

        if (literalPieces.Length != arguments.Length + 1)
        {
            return WrongCount(functionText, literalPieces.Length - 1, arguments.Length);
        }

        var text = new TextBuilder(stackalloc char[ScratchChars]);
        text.Append(literalPieces[0]);
        for (int i = 0; i < arguments.Length; i++)
        {
            text.Append(arguments[i]);
            text.Append(literalPieces[i + 1]);
        }

        return JsonValue.String(text.End());
    }

    /// <summary>
    /// <c>States.Format</c> with a template that is known only now. In it <c>{}</c> is where a value goes; <c>\{</c> and <c>\}</c> are braces;
    /// all else is itself.
    /// </summary>
    public static JsonValue Format(string functionText, JsonValue template, ReadOnlySpan<JsonValue> arguments)
    {
        if (template.IsFailure)
        {
            return template;
        }

        if (!AreValues(functionText, arguments, out JsonValue failure, firstIndex: 1))
        {
            return failure;
        }

        if (!TryText(template, out string? pattern))
        {
            return Wrong(functionText, "a string", 0, template);
        }

        var text = new TextBuilder(stackalloc char[ScratchChars]);
        int used = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            char next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
            if (pattern[i] == '{' && next == '}')
            {
                if (used < arguments.Length)
                {
                    text.Append(arguments[used]);
                }

                used++;
                i++;
                continue;
            }

            if (pattern[i] == '\\' && next is '{' or '}')
            {
                i++;
            }

            text.Append(pattern[i]);
        }

        string result = text.End();
        return used == arguments.Length ? JsonValue.String(result) : WrongCount(functionText, used, arguments.Length);
    }

    /// <summary>
    /// <c>States.StringSplit</c>: every character of the second string separates; empty pieces are dropped, pieces are not trimmed.
    /// FEATURES L-419.
    /// </summary>
    public static JsonValue StringSplit(string functionText, JsonValue value, JsonValue separators)
    {
        if (!TryText(value, out string? text))
        {
            return Mismatch(functionText, "a string", 0, value, separators);
        }

        if (!TryText(separators, out string? characters))
        {
            return Mismatch(functionText, "a string", 1, value, separators);
        }

        var pieces = new List<JsonValue>();
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOfAny(characters);
            ReadOnlySpan<char> piece = end < 0 ? rest : rest[..end];
            if (!piece.IsEmpty)
            {
                pieces.Add(JsonValue.String(piece.Length == text.Length ? text : piece.ToString()));
            }

            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return pieces.Count == 0 ? JsonValue.EmptyArray : JsonValue.ArrayOf([.. pieces]);
    }

    /// <summary><c>States.UUID</c>: version 4. FEATURES L-420.</summary>
    public static JsonValue UUID(string functionText, IRandomSource random) => Uuid(random);

    /// <summary>A UUID of version 4.</summary>
    internal static JsonValue Uuid(IRandomSource random)
    {
        // RFC 9562, "UUID Version 4": four bits say the version, two the variant, 122 are random.
        ulong high = random.NextUInt64(), low = random.NextUInt64();
        high = (high & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000;
        low = (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000;
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return JsonValue.String(new Guid(bytes, bigEndian: true).ToString());
    }

    private static JsonValue WrongCount(string functionText, int places, int arguments)
        => Fail(
            functionText,
            string.Create(CultureInfo.InvariantCulture, $"The template has {places} occurrences of {{}}, but {arguments} values were given for them."));
}
