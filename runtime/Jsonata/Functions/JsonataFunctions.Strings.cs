using System.Buffers;
using System.Runtime.CompilerServices;
using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>Strings. Characters are code points.</content>
public static partial class JsonataFunctions
{
    private const int ScratchChars = 256;

    private static readonly SearchValues<char> s_whitespace = SearchValues.Create(" \t\n\r");

    /// <summary>
    /// <c>$string(value, prettify?)</c>: a string itself, a function as the empty string, anything else as JSON. Numbers that are not whole
    /// have at most 15 significant digits.
    /// </summary>
    /// <exception cref="JsonataException">D3001: an infinite number. D1001: one inside the value.</exception>
    public static JsonValue String(JsonValue value, JsonValue prettify)
    {
        Arguments.Boolean(prettify, "string", 2);
        return value.Kind switch
        {
            JsonKind.Missing or JsonKind.String => value,
            JsonKind.Function => JsonValue.String(""),
            _ => JsonValue.String(JsonataText.Of(Unwrapped(value), prettify.IsTrue)),
        };
    }

    /// <summary><c>$length(string)</c>.</summary>
    public static JsonValue Length(JsonValue text)
    {
        Arguments.String(text, "length", 1);
        return text.IsMissing ? default : JsonValue.Number((long)CodePoints.Count(text));
    }

    /// <summary><c>$substring(string, start, length?)</c>: counted from 0; a negative start from the end.</summary>
    public static JsonValue Substring(JsonValue text, JsonValue start, JsonValue length)
    {
        Arguments.String(text, "substring", 1);
        bool hasStart = Arguments.Number(start, "substring", 2, out double from);
        bool hasLength = Arguments.Number(length, "substring", 3, out double count);
        if (text.IsMissing)
        {
            return default;
        }

        if (hasLength && (count <= 0 || !hasStart))
        {
            return JsonValue.String("");
        }

        using TextChars chars = new(text, stackalloc char[TextChars.StackChars]);
        int available = CodePoints.Count(chars.Chars);
        from = available + from < 0 ? 0 : from;
        double to = hasLength ? from >= 0 ? from + count : available + from + count : available;
        return Slice(text, chars.Chars, available, from, to);
    }

    /// <summary><c>$substringBefore(string, characters)</c>: all of it if they do not occur.</summary>
    public static JsonValue SubstringBefore(JsonValue text, JsonValue characters)
    {
        Arguments.String(text, "substringBefore", 1);
        Arguments.String(characters, "substringBefore", 2);
        if (text.IsMissing || characters.IsMissing)
        {
            return text;
        }

        using TextChars chars = new(text, stackalloc char[TextChars.StackChars]);
        using TextChars sought = new(characters, stackalloc char[TextChars.StackChars]);
        int at = chars.Chars.IndexOf(sought.Chars, StringComparison.Ordinal);
        return at < 0 ? text : JsonValue.String(chars.Chars[..at].ToString());
    }

    /// <summary><c>$substringAfter(string, characters)</c>: all of it if they do not occur.</summary>
    public static JsonValue SubstringAfter(JsonValue text, JsonValue characters)
    {
        Arguments.String(text, "substringAfter", 1);
        Arguments.String(characters, "substringAfter", 2);
        if (text.IsMissing || characters.IsMissing)
        {
            return text;
        }

        using TextChars chars = new(text, stackalloc char[TextChars.StackChars]);
        using TextChars sought = new(characters, stackalloc char[TextChars.StackChars]);
        int at = chars.Chars.IndexOf(sought.Chars, StringComparison.Ordinal);
        return at < 0 ? text : JsonValue.String(chars.Chars[(at + sought.Chars.Length)..].ToString());
    }

    /// <summary><c>$lowercase(string)</c>.</summary>
    public static JsonValue Lowercase(JsonValue text)
    {
        Arguments.String(text, "lowercase", 1);
        return text.IsMissing ? default : JsonValue.String(CaseMapping.Lower(text.AsString()));
    }

    /// <summary><c>$uppercase(string)</c>.</summary>
    public static JsonValue Uppercase(JsonValue text)
    {
        Arguments.String(text, "uppercase", 1);
        return text.IsMissing ? default : JsonValue.String(CaseMapping.Upper(text.AsString()));
    }

    /// <summary><c>$trim(string)</c>: each run of blanks, tabs and line ends becomes one blank; none is left at either end.</summary>
    public static JsonValue Trim(JsonValue text)
    {
        Arguments.String(text, "trim", 1);
        if (text.IsMissing)
        {
            return default;
        }

        using TextChars chars = new(text, stackalloc char[TextChars.StackChars]);
        var trimmed = new TextBuilder(stackalloc char[ScratchChars]);
        ReadOnlySpan<char> rest = chars.Chars;
        bool isFirst = true;
        while (true)
        {
            int start = rest.IndexOfAnyExcept(s_whitespace);
            if (start < 0)
            {
                return JsonValue.String(trimmed.End());
            }

            if (!isFirst)
            {
                trimmed.Append(' ');
            }

            isFirst = false;
            int end = rest[start..].IndexOfAny(s_whitespace);
            trimmed.Append(end < 0 ? rest[start..] : rest.Slice(start, end));
            rest = end < 0 ? default : rest[(start + end)..];
        }
    }

    /// <summary><c>$pad(string, width, characters?)</c>: at the end up to the width, or in front for a negative one.</summary>
    /// <exception cref="JsonataException">U1001: the result is longer than the evaluation has steps left.</exception>
    public static JsonValue Pad(JsonValue text, JsonValue width, JsonValue characters, Evaluation evaluation)
    {
        Arguments.String(text, "pad", 1);
        Arguments.Number(width, "pad", 2, out double wanted);
        Arguments.String(characters, "pad", 3);
        if (text.IsMissing)
        {
            return default;
        }

        wanted = Math.Truncate(wanted);
        double missing = Math.Abs(wanted) - CodePoints.Count(text);
        if (missing <= 0)
        {
            return text;
        }

        evaluation.Step((int)missing);
        string content = text.AsString();
        string fill = characters.IsMissing || Texts.IsEmpty(characters) ? " " : characters.AsString();
        var padded = new TextBuilder(stackalloc char[ScratchChars]);
        if (wanted > 0)
        {
            padded.Append(content);
        }

        AppendFill(ref padded, fill, (int)missing);
        if (wanted < 0)
        {
            padded.Append(content);
        }

        return JsonValue.String(padded.End());
    }

    /// <summary><c>$join(strings, separator?)</c>.</summary>
    /// <exception cref="JsonataException">U1001: the result is longer than the evaluation has steps left.</exception>
    [SkipLocalsInit]
    public static JsonValue Join(JsonValue strings, JsonValue separator, Evaluation evaluation)
    {
        Arguments.String(separator, "join", 2);
        if (!strings.IsArray)
        {
            return strings.IsMissing || strings.IsString ? strings : throw Arguments.ItemMismatch("join", 1, 's');
        }

        using TextChars between = new(separator.IsMissing ? JsonValue.String("") : separator, stackalloc char[TextChars.StackChars]);
        var joined = new TextBuilder(stackalloc char[ScratchChars]);
        bool isFirst = true;
        foreach (JsonValue item in strings.Items())
        {
            if (!item.IsString)
            {
                throw Arguments.ItemMismatch("join", 1, 's');
            }

            if (!isFirst)
            {
                joined.Append(between.Chars);
            }

            isFirst = false;
            int before = joined.Count;
            joined.Append(item);
            evaluation.Step(joined.Count - before + between.Chars.Length + 1);
        }

        return JsonValue.String(joined.End());
    }

    // What JSONata wraps an array in that is the whole input.
    private static JsonValue Unwrapped(in JsonValue value)
        => value.IsSequence && !value.IsKept && value.Count == 1 && value[0].IsArray ? value[0] : value;

    // JavaScript's slice: places are truncated, negative ones count from the end.
    private static JsonValue Slice(in JsonValue text, ReadOnlySpan<char> chars, int available, double from, double to)
    {
        int start = Place(from, available), end = Place(to, available);
        if (start >= end)
        {
            return JsonValue.String("");
        }

        if (end - start == available)
        {
            return text;
        }

        if (available != chars.Length)
        {
            end = CodePoints.IndexOf(chars, end);
            start = CodePoints.IndexOf(chars, start);
        }

        return JsonValue.String(chars[start..end].ToString());
    }

    private static int Place(double place, int available)
    {
        place = Math.Truncate(place);
        return (int)Math.Clamp(place < 0 ? available + place : place, 0, available);
    }

    private static void AppendFill(ref TextBuilder text, string fill, int count)
    {
        int each = CodePoints.Count(fill);
        for (; count >= each; count -= each)
        {
            text.Append(fill);
        }

        text.Append(fill.AsSpan(0, CodePoints.IndexOf(fill, count)));
    }
}
