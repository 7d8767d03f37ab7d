using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Compiled.Server.Executions;

/// <summary>Why a text is no JSON, in the words of the parser that AWS uses, which clients and tests know. FEATURES P-081.</summary>
internal static class JsonComplaint
{
    private const string Values = "JSON String, Number, Array, Object or token 'null', 'true' or 'false'";

    /// <summary>The complaint about a text that is no JSON.</summary>
    public static string Of(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "Invalid execution input.";
        int at = FaultIndex(text);
        if (at >= text.Length)
            return "Unexpected end-of-input";
        char found = text[at];
        bool isName = IsNamePlace(text, at);
        if (isName)
            return $"Unexpected character ({Quoted(found)}): was expecting double-quote to start field name";
        return char.IsLetter(found) || found == '_'
            ? $"Unrecognized token '{Word(text, at)}': was expecting ({Values})"
            : $"Unexpected character ({Quoted(found)}): expected a valid value ({Values})";
    }

    private static string Quoted(char found) => string.Create(CultureInfo.InvariantCulture, $"'{found}' (code {(int)found})");

    // Where the parser stops, as a place in the text.
    private static int FaultIndex(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
            }

            return text.Length;
        }
        catch (JsonException stop)
        {
            int line = 0, start = 0;
            for (; line < stop.LineNumber; line++)
                start = Array.IndexOf(utf8, (byte)'\n', start) + 1;
            int bytes = Math.Min(utf8.Length, start + (int)(stop.BytePositionInLine ?? 0));
            int at = Encoding.UTF8.GetCharCount(utf8, 0, bytes);
            // The reader stops inside a wrong word; the complaint is about the word.
            while (at > 0 && at < text.Length && char.IsLetter(text[at]) && char.IsLetter(text[at - 1]))
                at--;
            return at;
        }
    }

    // After '{', or after ',' in an object.
    private static bool IsNamePlace(string text, int at)
    {
        int before = at - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
            before--;
        if (before < 0)
            return false;
        return text[before] == '{' || (text[before] == ',' && InObject(text, before));
    }

    private static bool InObject(string text, int end)
    {
        Stack<char> open = [];
        bool inText = false;
        for (int i = 0; i < end; i++)
        {
            char c = text[i];
            if (inText)
            {
                if (c == '\\')
                    i++;
                else
                    inText = c != '"';
            }
            else if (c == '"')
            {
                inText = true;
            }
            else if (c is '{' or '[')
            {
                open.Push(c);
            }
            else if (c is '}' or ']')
            {
                open.TryPop(out _);
            }
        }

        return open.TryPeek(out char innermost) && innermost == '{';
    }

    private static string Word(string text, int at)
    {
        int end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return text[at..end];
    }
}
