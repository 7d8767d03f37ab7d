using System.Text;
using System.Text.Unicode;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>Random text, legal and spoilt, against Utf8JsonReader and JsonDocument. A failure prints the text to add to ParsingTests.</summary>
public sealed class ParsingFuzzTests
{
    private const int Rounds = 25_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void LegalText_IsReadAsJsonDocumentReadsIt(int seed)
    {
        var json = new RandomJson(seed);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] text = json.Next();
            bool isRead = JsonValue.TryParse(text, out JsonValue value, out string? error);
            Run(text, () => Check(isRead, error ?? ""));
            Run(text, () => Compare(text, value));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void SpoiltText_IsAcceptedOrRefusedAsByUtf8JsonReader(int seed)
    {
        var json = new RandomJson(seed);
        int accepted = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] text = json.Spoil(json.Next());
            bool isRead = JsonValue.TryParse(text, out JsonValue value, out string? error);
            Run(text, () => Check(ReaderOracle.Accepts(text) == isRead, error ?? "accepted"));
            Run(text, () => Check(isRead == error is null, "error"));
            Run(text, () => Check(isRead || Utf8.IsValid(text) || error!.EndsWith("where UTF-8 was expected.", StringComparison.Ordinal), "UTF-8"));
            if (isRead)
            {
                accepted++;
                Run(text, () => Compare(text, value));
            }
        }

        // Both ways are taken often.
        Assert.InRange(accepted, Rounds / 20, Rounds / 2);
    }

    // Behind a long text fewer bytes may be read than a loop reads at once, wherever a token stands.
    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void EndOfLongText_IsAcceptedOrRefusedAsByUtf8JsonReader(int seed, bool isSpoilt)
    {
        var json = new RandomJson(seed);
        byte[] begin = Encoding.UTF8.GetBytes($"[\"{new string('x', 5000)}\",[1,[true,{{\"a\":2.5}}]]");
        for (int round = 0; round < Rounds / 5; round++)
        {
            byte[] end = [.. ","u8, .. json.Next(), .. "]"u8];
            byte[] text = [.. begin, .. isSpoilt ? json.Spoil(end) : end];
            bool isRead = JsonValue.TryParse(text, out JsonValue value, out _);
            Run(text, () => Check(ReaderOracle.Accepts(text) == isRead, "accepted otherwise"));
            if (isRead)
            {
                Run(text, () => Compare(text, value));
            }
        }
    }

    // JSON in a string, as inputs come: escapes every few bytes, which are passed 16 bytes at a time.
    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void StringsOfEscapes_AreAcceptedOrRefusedAsByUtf8JsonReader(int seed)
    {
        string[] parts = ["\\\"", "\\\"", "\\n", "\\\\", "\\u00e9", "\\t", "a", "name", "n", " : 12.5,", "abcdefghijklmnopqrstuvwxyz", "é"];
        string[] wrong = ["\"", "\\x", "\n", "\\u12g4", "\\"];
        var random = new Random(seed);
        for (int round = 0; round < Rounds; round++)
        {
            StringBuilder json = new("[\"");
            for (int i = random.Next(40); i > 0; i--)
            {
                json.Append(random.Next(60) == 0 ? wrong[random.Next(wrong.Length)] : parts[random.Next(parts.Length)]);
            }

            byte[] text = Encoding.UTF8.GetBytes(json.Append("\",1]").ToString());
            bool isRead = JsonValue.TryParse(text, out JsonValue value, out string? error);
            Run(text, () => Check(ReaderOracle.Accepts(text) == isRead, error ?? "accepted"));
            if (isRead)
            {
                Run(text, () => Compare(text, value));
            }
        }
    }

    private static void Compare(byte[] text, JsonValue value)
    {
        try
        {
            ReaderOracle.AssertSame(text, value);
        }
        catch (LoneSurrogateException)
        {
            // Only System.Text.Json cannot say what the text means; ours must still be able to.
        }

        byte[] written = value.ToUtf8();
        JsonValue again = JsonValue.Parse(written);
        Check(written.Length == value.ByteCount, "ByteCount");
        Check(text.Length >= written.Length || text.AsSpan().IndexOf("\\u"u8) >= 0, "longer text");
        Check(written.AsSpan().SequenceEqual(again.ToUtf8()), "other text when read again");
        Check(value.Equals(again) && value.GetHashCode() == again.GetHashCode(), "another value when read again");
        if (!IsBuildable(value))
        {
            return;
        }

        JsonValue built = Built.Copy(value);
        byte[] rewritten = built.ToUtf8();
        Check(value.Equals(built) && value.GetHashCode() == built.GetHashCode(), "another value when built");
        Check(rewritten.Length == built.ByteCount, "ByteCount when built");
        Check(value.Equals(JsonValue.Parse(rewritten)), "another value when built and read again");
    }

    // Assert's own comparisons would take most of the time here.
    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            Assert.Fail(what);
        }
    }

    // A spoilt exponent may be beyond doubles, which cannot be built.
    private static bool IsBuildable(JsonValue value)
    {
        bool isBuildable = !value.TryGetDouble(out double number) || double.IsFinite(number);
        foreach (JsonValue item in value.Items())
        {
            isBuildable &= IsBuildable(item);
        }

        foreach (JsonMember member in value.Members())
        {
            isBuildable &= IsBuildable(member.Value);
        }

        return isBuildable;
    }

    private static void Run(byte[] text, Action check)
    {
        try
        {
            check();
        }
        catch (Exception e)
        {
            Assert.Fail($"{e.Message}\n{Show(text)}");
        }
    }

    private static string Show(byte[] text) => $"{Encoding.Latin1.GetString(text)}\n{Convert.ToHexString(text)}";
}
