using System.Text.Json;
using System.Text.Unicode;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>What System.Text.Json says about a text, to compare with.</summary>
internal static class ReaderOracle
{
    private static readonly JsonReaderOptions s_readerOptions = new() { MaxDepth = JsonValue.MaxDepth };
    private static readonly JsonDocumentOptions s_documentOptions = new() { MaxDepth = JsonValue.MaxDepth };

    /// <summary>Whether Utf8JsonReader accepts the text, apart from the one documented difference: text must be UTF-8 throughout.</summary>
    public static bool Accepts(ReadOnlySpan<byte> text) => Utf8.IsValid(text) && ReaderAccepts(text);

    public static bool ReaderAccepts(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, s_readerOptions);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Asserts that a value that was read holds what JsonDocument finds in the same text.</summary>
    public static void AssertSame(byte[] text, JsonValue value)
    {
        using JsonDocument document = JsonDocument.Parse(text, s_documentOptions);
        AssertSame(document.RootElement, value);
    }

    private static void AssertSame(JsonElement expected, JsonValue actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                AssertSameMembers(expected, actual);
                break;
            case JsonValueKind.Array:
                Check(actual.IsArray && actual.Count == expected.GetArrayLength());
                ItemEnumerator items = actual.Items();
                foreach (JsonElement item in expected.EnumerateArray())
                {
                    Check(items.MoveNext());
                    AssertSame(item, items.Current);
                }

                break;
            case JsonValueKind.Number:
                Check(actual.AsDouble().Equals(expected.GetDouble()) && actual.ToString() == expected.GetRawText());
                Check(!expected.TryGetInt64(out long whole) || (actual.TryGetInt64(out long ours) && ours == whole));
                break;
            case JsonValueKind.String:
                Check(actual.AsString() == TextOf(expected));
                break;
            default:
                Check(actual.ToString() == expected.GetRawText());
                break;
        }
    }

    private static void AssertSameMembers(JsonElement expected, JsonValue actual)
    {
        var last = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        List<string> names = [];
        foreach (System.Text.Json.JsonProperty property in expected.EnumerateObject())
        {
            string name = NameOf(property);
            if (!last.ContainsKey(name))
            {
                names.Add(name);
            }

            last[name] = property.Value;
        }

        Check(actual.IsObject && actual.Count == last.Count);
        int at = 0;
        foreach (JsonMember member in actual.Members())
        {
            Check(member.Name == names[at++]);
            AssertSame(last[member.Name], member.Value);
            AssertSame(last[member.Name], actual.Get(member.Name));
            Check(actual[member.Key].ToString() == member.Value.ToString());
        }
    }

    // System.Text.Json throws where half of an escaped surrogate pair stands alone; ours says U+FFFD.
    private static string NameOf(System.Text.Json.JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw new LoneSurrogateException();
        }
    }

    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new LoneSurrogateException();
        }
    }

    // Assert.True costs too much for the number of checks here.
    private static void Check(bool holds)
    {
        if (!holds)
        {
            Assert.Fail("The value differs from JsonDocument's.");
        }
    }
}

/// <summary>The text has an escape that System.Text.Json accepts but cannot read.</summary>
internal sealed class LoneSurrogateException : Exception;
