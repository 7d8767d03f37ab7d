using Compiled.Language.Json;

namespace Compiled.Language.Tests.Json;

public sealed class JsonReaderFuzzTests
{
    private const string Alphabet = "{}[]:,\"'\\/*-+.eE0123456789truefalsn \n\t\u0000\uFEFF\ud800#$";

    private const string Seed = """{"StartAt":"A","States":{"A":{"Type":"Pass","Result":[1,2.5e3,true,null,"x\"\u0041"],"End":true}}}""";

    [Fact]
    public void Read_RandomText_EndsWithATreeWhoseSpansFit()
    {
        var random = new Random(20260101);
        for (int round = 0; round < 8_000; round++)
            Check(RandomText(random, random.Next(0, 40)));
    }

    [Fact]
    public void Read_DamagedDefinition_EndsWithATreeWhoseSpansFit()
    {
        var random = new Random(4711);
        for (int round = 0; round < 8_000; round++)
        {
            string text = Seed;
            for (int edit = random.Next(1, 5); edit > 0; edit--)
            {
                int at = random.Next(text.Length);
                int removed = Math.Min(random.Next(0, 4), text.Length - at);
                text = text[..at] + RandomText(random, random.Next(0, 3)) + text[(at + removed)..] + " ";
            }
            Check(text);
        }
    }

    private static string RandomText(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[random.Next(Alphabet.Length)]));

    private static void Check(string text)
    {
        JsonDocumentTree tree = JsonReader.Read(text);
        bool isJson = IsJsonObject(text);
        Assert.True(isJson == tree.Faults.All(fault => fault.Kind == "duplicate-json-key"), text);
        Assert.All(tree.Faults, fault => Assert.True(fault.Span.Start >= 0 && fault.Span.Length >= 0 && fault.Span.End <= text.Length, text));
        if (tree.Root is null)
            return;
        CheckSpans(tree.Root, 0, text.Length);
        Assert.Empty(JsonReader.ReadValue(tree.Root.ToCompactJson()).Faults);
    }

    private static void CheckSpans(JsonNode node, int start, int end)
    {
        Assert.True(node.Span.Start >= start && node.Span.End <= end);
        if (node is ObjectNode item)
            foreach (JsonMember member in item.Members)
                CheckSpans(member.Value, member.NameSpan.End, node.Span.End);
        if (node is ArrayNode array)
            foreach (JsonNode child in array.Items)
                CheckSpans(child, node.Span.Start, node.Span.End);
    }

    // The framework's own reader is the judge; a byte order mark is the one thing that it does not step over.
    private static bool IsJsonObject(string text)
    {
        string bare = text.StartsWith('\uFEFF') ? text[1..] : text;
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(bare);
            return document.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object;
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or ArgumentException)
        {
            // A lone surrogate cannot become UTF-8 for that reader; ours takes any UTF-16 text.
            return exception is ArgumentException && IsJsonObject(bare.Replace('\ud800', 'x'));
        }
    }
}
