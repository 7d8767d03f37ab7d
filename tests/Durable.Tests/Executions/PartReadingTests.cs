using System.Text;
using System.Text.Json;
using Compiled;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>Histories read in part: what is asked for alone is turned into text. FEATURES P-086.</summary>
public sealed class PartReadingTests
{
    private const string Everything = """
        {
          "QueryLanguage": "JSONata",
          "StartAt": "Both",
          "States": {
            "Both": {
              "Type": "Parallel",
              "Branches": [
                {
                  "StartAt": "Each",
                  "States": {
                    "Each": {
                      "Type": "Map", "Items": "{% [1, 2] %}", "Assign": { "seen": "{% $states.result %}" },
                      "ItemProcessor": { "StartAt": "Send", "States": { "Send": {
                        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "QueueUrl": "q" }, "TimeoutSeconds": 9,
                        "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 1 } ], "End": true } } },
                      "End": true
                    }
                  }
                },
                {
                  "StartAt": "Rest",
                  "States": {
                    "Rest": { "Type": "Wait", "Seconds": 3, "Next": "Work" },
                    "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true }
                  }
                }
              ],
              "Next": "Divide"
            },
            "Divide": { "Type": "Pass", "Output": "{% $toMillis('never') %}", "Next": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    private const string Count = """
        {
          "StartAt": "Count",
          "States": {
            "Count": { "Type": "Pass", "Parameters": { "i.$": "States.MathAdd($.i, 1)", "n.$": "$.n" }, "Next": "Again?" },
            "Again?": { "Type": "Choice", "Choices": [ { "Variable": "$.i", "NumericLessThanPath": "$.n", "Next": "Count" } ], "Default": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    [Fact]
    public async Task Outlines_OfAHistory_SayWhatItsJsonSays()
    {
        await using Host host = new Host().Add("Everything", Everything);
        string arn = await RunEverythingAsync(host);

        IReadOnlyList<EventOutline> outlines = host.Executions.Reader.ReadOutlines(arn, 1, 1000);

        Assert.Equal(host.Executions.GetHistory(arn, maxResults: 1000).Events.Select(Outline), outlines);
        Assert.Contains(outlines, static outline => outline.Resource == "sendMessage" && outline.Error == "Busy");
        Assert.Contains(outlines, static outline => outline.Type == Compiled.History.HistoryEventType.EvaluationFailed && outline.Name == "Divide");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(9, 4)]
    [InlineData(30, 1000)]
    public async Task Events_FromANumber_AreThoseOfTheWholeHistory(int from, int count)
    {
        await using Host host = new Host().Add("Everything", Everything);
        string arn = await RunEverythingAsync(host);
        ExecutionReader reader = host.Executions.Reader;
        string[] whole = [.. reader.ReadEvents(arn, 1, 1000).Select(Text)];

        Assert.Equal(whole.Skip(from - 1).Take(count), reader.ReadEvents(arn, from, count).Select(Text));
        Assert.Equal(reader.ReadOutlines(arn, 1, 1000).Skip(from - 1).Take(count), reader.ReadOutlines(arn, from, count));
        Assert.Equal(whole.Length, reader.LastEventOf(arn));
        Assert.Empty(reader.ReadEvents(arn, whole.Length + 1, 5));
        Assert.Empty(reader.ReadOutlines(arn, whole.Length + 1, 5));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task History_OfManySegmentsInPages_IsWholeAndInOrder(bool reverse)
    {
        await using Host host = new Host().Add("Everything", Everything);
        string arn = await RunEverythingAsync(host);
        int last = host.Executions.Reader.LastEventOf(arn);

        foreach (int size in new[] { 1, 2, 7, last - 1, last, 1000 })
        {
            List<int> ids = [];
            string? next = null;
            do
            {
                HistoryPage page = host.Executions.GetHistory(arn, reverse, next, size);
                Assert.Equal(Math.Min(size, last - ids.Count), page.Events.Count);
                ids.AddRange(page.Events.Select(static item => item.GetProperty("id").GetInt32()));
                next = page.NextToken;
            }
            while (next is not null);

            Assert.Equal(reverse ? Enumerable.Range(1, last).Reverse() : Enumerable.Range(1, last), ids);
        }
    }

    /// <summary>Counted in bytes: a page at the end of one long segment costs what a page costs, and not the segment.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_OfALongSegment_DoesNotCostTheSegment(bool reverse)
    {
        await using Host host = new Host().Add("Count", Count);
        string arn = (await host.RunAsync("Count", """{"i":0,"n":6000}""")).ExecutionArn;
        Assert.Single(host.Store.ReadSegments(1));
        string middle = host.Executions.GetHistory(arn, reverse, null, 1000).NextToken!;
        for (int i = 0; i < 11; i++)
            middle = host.Executions.GetHistory(arn, reverse, middle, 1000).NextToken!;
        long whole = Allocated(() => host.Executions.Reader.ReadEvents(arn, 1, 30_000));

        long page = Allocated(() => host.Executions.GetHistory(arn, reverse, middle, 25)), description = Allocated(() => host.Executions.Describe(arn)),
            outlines = Allocated(() => host.Executions.Reader.ReadOutlines(arn, 1, 30_000));

        Assert.InRange(page, 1, whole / 8);
        Assert.InRange(description, 1, whole / 8);
        Assert.InRange(outlines, 1, whole);
    }

    [Fact]
    public async Task SegmentInPart_CutAnywhereBeforeItsEnd_IsRefused()
    {
        await using Host host = new Host().Add("Count", Count);
        await host.RunAsync("Count", """{"i":0,"n":1}""");
        ReadOnlyMemory<byte> body = host.Store.ReadSegments(1)[0].Body;

        for (int length = 0; length < body.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => SegmentBody.ReadEvents(body[..length], [], 4));
            Assert.Throws<InvalidDataException>(() => SegmentBody.ReadOutlines(body[..length], [], 2));
        }
    }

    private static async Task<string> RunEverythingAsync(Host host)
    {
        int sent = 0;
        host.Handlers.Add("arn:aws:states:::sqs:sendMessage", input => ++sent == 1 ? JsonValue.Failure(new Fault("Busy", "Try again.")) : input).Add("work", static input => input);
        return (await host.RunAsync("Everything")).ExecutionArn;
    }

    private static long Allocated(Action act)
    {
        act();
        long before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    private static EventOutline Outline(JsonElement item)
    {
        JsonElement details = item.EnumerateObject().Select(static member => member.Value).FirstOrDefault(static value => value.ValueKind == JsonValueKind.Object);
        string? Detail(string name) => details.ValueKind == JsonValueKind.Object && details.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        int Number(string name) => details.ValueKind == JsonValueKind.Object && details.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : 0;
        return new EventOutline
        {
            Id = item.GetProperty("id").GetInt32(),
            PreviousEventId = item.GetProperty("previousEventId").GetInt32(),
            Type = Enum.Parse<Compiled.History.HistoryEventType>(item.GetProperty("type").GetString()!),
            Ticks = DateTimeOffset.UnixEpoch.UtcTicks + (long)(item.GetProperty("timestamp").GetDecimal() * TimeSpan.TicksPerSecond),
            Name = Detail("name") ?? Detail("state"),
            Resource = Detail("resource"),
            Error = Detail("error"),
            Cause = Detail("cause"),
            MapRunArn = Detail("mapRunArn"),
            Number = Number("length") + Number("index") + Number("redriveCount"),
        };
    }
}
