using System.IO.Compression;
using System.Text;
using Compiled.MapRuns;
using Compiled.MapRuns.Objects;
using Compiled.Testing;
using Compiled.Values;
using static Compiled.Tests.MapRuns.MapWorkflow;

namespace Compiled.Tests.MapRuns;

/// <summary>What a Map Run reads. FEATURES L-303 to L-311.</summary>
public sealed class ItemReaderTests
{
    private static readonly ItemReaderSettings s_csv = new() { InputType = "CSV", Arguments = Json("""{"Bucket":"b","Key":"k"}""") };

    /// <summary>L-305: cells in quotes, short and long rows, blank lines, both line breaks, and no line break at the end.</summary>
    [Theory]
    [InlineData("A,B\n1,2\n3,4", """[{"A":"1","B":"2"},{"A":"3","B":"4"}]""")]
    [InlineData("A,B\r\n1,2\r\n\r\n", """[{"A":"1","B":"2"}]""")]
    [InlineData("A,B\n1\n1,2,3\n", """[{"A":"1","B":""},{"A":"1","B":"2"}]""")]
    [InlineData("A,B\n\"x, \"\"y\"\"\nz\",\"\"\n", """[{"A":"x, \"y\"\nz","B":""}]""")]
    [InlineData("\uFEFFA\nä\n", """[{"A":"ä"}]""")]
    [InlineData("A,B", "[]")]
    [InlineData("", "[]")]
    public Task Csv_FirstRow_NamesTheColumns(string text, string expected) => ReadsAsync(s_csv, text, expected);

    /// <summary>L-305: all delimiters.</summary>
    [Theory]
    [InlineData(',')]
    [InlineData('|')]
    [InlineData(';')]
    [InlineData(' ')]
    [InlineData('\t')]
    public Task Csv_Delimiter_StandsBetweenCells(char delimiter)
        => ReadsAsync(s_csv with { CsvDelimiter = delimiter }, $"A{delimiter}B\n1{delimiter}2", """[{"A":"1","B":"2"}]""");

    /// <summary>L-305: with given headers the first row is an item.</summary>
    [Fact]
    public Task Csv_HeadersGiven_FirstRowIsAnItem() => ReadsAsync(s_csv with { CsvHeaders = ["X"] }, "A,B\n1", """[{"X":"A"},{"X":"1"}]""");

    /// <summary>L-306.</summary>
    [Theory]
    [InlineData("A,A\n1,2", null)]
    [InlineData("1,2", "X,X")]
    public Task Csv_DuplicateHeaders_FailTheRun(string text, string? headers)
        => ReadsAsync(s_csv with { CsvHeaders = headers?.Split(',') }, text, "States.ItemReaderFailed: CSV headers cannot contain duplicates.");

    [Fact]
    public Task Csv_QuoteThatIsNotClosed_FailsTheRun() => ReadsAsync(s_csv, "A\n\"1", "States.ItemReaderFailed: The CSV text ends inside a quoted cell.");

    /// <summary>L-309: the header row is no item. L-308: 0 reads all.</summary>
    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 2)]
    [InlineData(100_000_000, 3)]
    public async Task MaxItems_CountsItemsAfterTheHeader(int most, int expected)
    {
        string outcome = await OutcomeAsync(s_csv with { MaxItems = most }, "A\n0\n1\n2");

        Assert.Equal(JsonValue.ArrayOf([.. Enumerable.Range(0, expected).Select(i => Json($$"""{"A":"{{i}}"}"""))]).ToString(), outcome);
    }

    /// <summary>L-307.</summary>
    [Theory]
    [InlineData("""[1,"a",{"x":[1,{}]},[],null]""", null, """[1,"a",{"x":[1,{}]},[],null]""")]
    [InlineData("[]", null, "[]")]
    [InlineData("""{"a":1}""", null, "States.ItemReaderFailed: Attempting to map over non-iterable node.")]
    [InlineData("7", null, "States.ItemReaderFailed: Attempting to map over non-iterable node.")]
    [InlineData("""{"skip":{"in":[9]},"in":[1,2]}""", "/in", "[1,2]")]
    [InlineData("""{"a":[0,{"b/c":[3]}]}""", "/a/1/b~1c", "[3]")]
    [InlineData("""{"in":{"x":1,"y":[2]}}""", "/in", """[{"Key":"x","Value":1},{"Key":"y","Value":[2]}]""")]
    [InlineData("""{"in":7}""", "/in", "States.ItemReaderFailed: Attempting to map over non-iterable node.")]
    [InlineData("""{"in":[]}""", "/out", "States.ItemReaderFailed: 'ItemsPointer' is '/out', which leads nowhere: there is no 'out'.")]
    [InlineData("""{"in":[]}""", "in", "States.ItemReaderFailed: 'ItemsPointer' is 'in'; a JSON pointer starts with '/'.")]
    [InlineData("[1,", null, "States.ItemReaderFailed: The object is no JSON: …")]
    [InlineData("", null, "States.ItemReaderFailed: The object is no JSON: …")]
    [InlineData("\uFEFF[1]", null, "[1]")]
    public Task Json_Items_AreThoseOfAnArrayOrOfWhatThePointerSelects(string text, string? pointer, string expected)
        => ReadsAsync(Reading("JSON", pointer), text, expected);

    /// <summary>Wherever the pieces end in which a stream comes, the items are the same.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Json_ReadInPieces_GivesTheSame(int piece)
    {
        string text = $$"""{"skip":[{"a":"{{new string('x', 50_000)}}"}],"in":[{"text":"{{new string('ä', 20_000)}}","n":[1.5e3,true]},12345,"é\n"]}""";
        PieceStore store = new(text, piece);

        string outcome = await new MapWorkflow(new MapRunSettings { Reader = Reading("JSON", "/in") }).OutcomeAsync(new() { ObjectStore = store });

        Assert.Equal(Json(text).Get("in").ToString(), outcome);
    }

    [Theory]
    [InlineData("1\n{\"a\":2}\n\n\"x\"", """[1,{"a":2},"x"]""")]
    [InlineData("1\r\n2\r\n", "[1,2]")]
    [InlineData("", "[]")]
    [InlineData("1\n[", "States.ItemReaderFailed: Line 2 is no JSON: …")]
    public Task JsonLines_EachLine_IsAnItem(string text, string expected) => ReadsAsync(Reading("JSONL"), text, expected);

    [Fact]
    public async Task Gzip_IsUnpacked()
    {
        using MemoryStream packed = new();
        await using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync("[1,2]"u8.ToArray());
        MemoryObjectStore store = new();
        store.Put("b", "k", packed.ToArray());

        Assert.Equal("[1,2]", await new MapWorkflow(new MapRunSettings { Reader = Reading("JSON") }).OutcomeAsync(new() { ObjectStore = store }));
    }

    /// <summary>L-310, over several pages.</summary>
    [Fact]
    public async Task ListObjects_Objects_AreTheItems()
    {
        DateTimeOffset written = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
        MemoryObjectStore store = new(new VirtualTimeProvider(written)) { PageSize = 2 };
        for (int i = 0; i < 5; i++)
            store.Put("b", $"in/{i}", new string('x', i));
        store.Put("b", "other", "");
        ItemReaderSettings reader = new() { Lists = true, Arguments = Json("""{"Bucket":"b","Prefix":"in/"}""") };

        JsonValue output = (await new MapWorkflow(new MapRunSettings { Reader = reader }).RunAsync(new() { ObjectStore = store })).Output;

        Assert.Equal(["in/0", "in/1", "in/2", "in/3", "in/4"], Enumerable.Range(0, output.Count).Select(i => output[i].Get("Key").AsString()));
        Assert.Equal($$"""{"Etag":{{output[1].Get("Etag")}},"Key":"in/1","LastModified":{{written.ToUnixTimeSeconds()}},"Size":1,"StorageClass":"STANDARD"}""", output[1].ToString());
        Assert.Matches("^\"[0-9a-f]{32}\"$", output[1].Get("Etag").AsString());
    }

    /// <summary>LOAD_AND_FLATTEN reads the objects that are listed.</summary>
    [Fact]
    public async Task ListObjects_Loaded_GivesTheItemsInThem()
    {
        MemoryObjectStore store = new();
        store.Put("b", "in/", "");
        store.Put("b", "in/1", "A\n1\n2");
        store.Put("b", "in/2", "A\n3");
        ItemReaderSettings reader = new() { Lists = true, LoadsAndFlattens = true, InputType = "CSV", Arguments = Json("""{"Bucket":"b","Prefix":"in/"}""") };

        Assert.Equal("""[{"A":"1"},{"A":"2"},{"A":"3"}]""", await new MapWorkflow(new MapRunSettings { Reader = reader }).OutcomeAsync(new() { ObjectStore = store }));
    }

    [Fact]
    public async Task Manifest_OfAnInventory_ReadsItsFiles()
    {
        MemoryObjectStore store = new();
        store.Put("b", "k", """{"sourceBucket":"src","destinationBucket":"arn:aws:s3:::dest","fileFormat":"CSV","fileSchema":"Bucket, Key, Size","files":[{"key":"d/1.csv"},{"key":"d/2.csv"}]}""");
        store.Put("dest", "d/1.csv", "\"src\",\"a\",\"1\"\n");
        store.Put("dest", "d/2.csv", "\"src\",\"b\",\"2\"\n");

        Assert.Equal(
            """[{"Bucket":"src","Key":"a","Size":"1"},{"Bucket":"src","Key":"b","Size":"2"}]""",
            await new MapWorkflow(new MapRunSettings { Reader = Reading("MANIFEST") }).OutcomeAsync(new() { ObjectStore = store }));
    }

    [Fact]
    public Task Manifest_OfAnotherFormat_FailsTheRun() => ReadsAsync(
        Reading("MANIFEST"), """{"fileFormat":"ORC","fileSchema":"x","files":[]}""", "States.ItemReaderFailed: The manifest 'k' names files of the format 'ORC'; only 'CSV' can be read.");

    [Fact]
    public async Task Manifest_OfAthena_ReadsTheFilesInTheReadersForm()
    {
        MemoryObjectStore store = new();
        store.Put("b", "k", "s3://data/x/1\ns3://data/x/2\n");
        store.Put("data", "x/1", "1\n2");
        store.Put("data", "x/2", "3");

        Assert.Equal("[1,2,3]", await new MapWorkflow(new MapRunSettings { Reader = Reading("JSONL") with { ManifestType = "ATHENA_DATA" } }).OutcomeAsync(new() { ObjectStore = store }));
    }

    /// <summary>L-318.</summary>
    [Theory]
    [InlineData("""{"Bucket":"b","Key":"x"}""", "The object 'x' does not exist in the bucket 'b'.")]
    [InlineData("""{"Bucket":"c","Key":"k"}""", "The bucket 'c' does not exist.")]
    [InlineData("""{"Bucket":"b"}""", "'Key' must be a string that is not empty.")]
    [InlineData("""{"Bucket":7,"Key":"k"}""", "'Bucket' must be a string that is not empty.")]
    public Task Object_ThatCannotBeRead_FailsTheRun(string arguments, string cause)
        => ReadsAsync(new ItemReaderSettings { InputType = "JSON", Arguments = Json(arguments) }, "[]", "States.ItemReaderFailed: " + cause);

    [Fact]
    public async Task Store_ThatIsNotSet_FailsTheRun() => Assert.Equal(
        "States.ItemReaderFailed: No object store is set; ExecutionOptions.ObjectStore gives one.", await new MapWorkflow(new MapRunSettings { Reader = s_csv }).OutcomeAsync());

    /// <summary>A run holds no more items than run at once: it reads on only when a child has ended.</summary>
    [Fact]
    public async Task Reading_GoesOnlyAsFarAsChildrenRun()
    {
        int read = 0, most = 0;
        EndlessStore store = new(() => read++);
        MapWorkflow workflow = new(new MapRunSettings { Reader = Reading("JSONL") with { MaxItems = 40_000 }, MaxConcurrency = 10, Writer = Flat })
        {
            Task = async (_, context, token) =>
            {
                most = Math.Max(most, read);
                read = 0;
                await Task.Delay(TimeSpan.FromSeconds(1), context.TimeProvider, token);
                return JsonValue.EmptyArray;
            },
        };

        Assert.Equal("[]", await workflow.OutcomeAsync(new() { ObjectStore = store }));
        // Blocks of 4 KiB of lines of two bytes: one holds far more items than run at once.
        Assert.InRange(most, 0, 2);
    }

    private static ResultWriterSettings Flat => new() { Transformation = ResultTransformation.Flatten };

    private static ItemReaderSettings Reading(string type, string? pointer = null)
        => new() { InputType = type, ItemsPointer = pointer, Arguments = Json("""{"Bucket":"b","Key":"k"}""") };

    // What the reader of JSON says of a mistake is the framework's, and left out of the expected text.
    private static async Task ReadsAsync(ItemReaderSettings reader, string text, string expected)
    {
        string outcome = await OutcomeAsync(reader, text);
        Assert.Equal(expected, expected.EndsWith('…') ? outcome[..(expected.Length - 1)] + "…" : outcome);
    }

    private static Task<string> OutcomeAsync(ItemReaderSettings reader, string text)
    {
        MemoryObjectStore store = new();
        store.Put("b", "k", text);
        return new MapWorkflow(new MapRunSettings { Reader = reader }).OutcomeAsync(new() { ObjectStore = store });
    }

    /// <summary>One object, read in pieces.</summary>
    private sealed class PieceStore(string text, int piece) : IObjectStore
    {
        public ValueTask<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken) => new(new PieceStream(Encoding.UTF8.GetBytes(text), piece));

        public ValueTask<ObjectUpload> CreateAsync(string bucket, string key, CancellationToken cancellationToken) => throw ObjectStoreException.NoBucket(bucket);

        public ValueTask<ObjectPage> ListAsync(string bucket, string prefix, string? after, CancellationToken cancellationToken) => throw ObjectStoreException.NoBucket(bucket);
    }

    private sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(piece, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }

    /// <summary>One object without an end: lines of <c>1</c>.</summary>
    private sealed class EndlessStore(Action read) : IObjectStore
    {
        public ValueTask<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken) => new(new EndlessStream(read));

        public ValueTask<ObjectUpload> CreateAsync(string bucket, string key, CancellationToken cancellationToken) => throw ObjectStoreException.NoBucket(bucket);

        public ValueTask<ObjectPage> ListAsync(string bucket, string prefix, string? after, CancellationToken cancellationToken) => throw ObjectStoreException.NoBucket(bucket);
    }

    private sealed class EndlessStream(Action read) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            read();
            for (int i = 0; i < buffer.Length; i++)
                buffer.Span[i] = (byte)(i % 2 == 0 ? '1' : '\n');
            return ValueTask.FromResult(buffer.Length / 2 * 2);
        }
    }
}
