using System.Text.Json;
using Compiled.Simulation.Matching;
using Conformance.Comparing;
using Conformance.Corpus;

namespace Conformance.Tests.Matching;

public sealed class ExecutionComparerTests
{
    private const string TwoEvents = """
        [{"id":1,"previousEventId":0,"type":"ExecutionStarted","timestamp":"timestamp","executionStartedEventDetails":{"input":{},"roleArn":"role"}},
         {"id":2,"previousEventId":1,"type":"ExecutionSucceeded","timestamp":"timestamp","executionSucceededEventDetails":{"output":{"a":1}}}]
        """;

    private const string ActualEvents = """
        [{"id":1,"previousEventId":0,"type":"ExecutionStarted","timestamp":1717243200,"executionStartedEventDetails":{"input":"{}","roleArn":"arn"}},
         {"id":2,"previousEventId":1,"type":"ExecutionSucceeded","timestamp":1717243200,"executionSucceededEventDetails":{"output":"{\"a\": 1}"}}]
        """;

    [Fact]
    public void Compare_RunAsRecorded_GivesNoDifference() =>
        Assert.Empty(Compare($$"""{"status":"SUCCEEDED","output":{"a":1},"history":{{TwoEvents}}}""", Succeeded("""{"a":1}""")));

    [Fact]
    public void Compare_AnotherPreviousEvent_NamesTheEvent() =>
        Assert.Equal(
            "$.events[1].previousEventId: expected 0 in #2 ExecutionSucceeded, got 1",
            Assert.Single(Compare(
                $$"""{"status":"SUCCEEDED","output":{"a":1},"history":{{TwoEvents.Replace("\"previousEventId\":1", "\"previousEventId\":0", StringComparison.Ordinal)}}}""",
                Succeeded("""{"a":1}"""))).ToString());

    [Fact]
    public void Compare_MissingAndExtraEvents_AreDifferences()
    {
        RecordedRun run = Succeeded("""{"a":1}""");
        JsonElement first = JsonElement.Parse("[" + run.History[0].GetRawText() + "]");
        Assert.Contains("(absent)", Assert.Single(Compare($$"""{"status":"SUCCEEDED","output":{"a":1},"history":{{TwoEvents}}}""", run with { History = first })).Actual, StringComparison.Ordinal);
        Assert.Contains("(absent)", Assert.Single(Compare($$"""{"status":"SUCCEEDED","output":{"a":1},"history":[{{JsonElement.Parse(TwoEvents)[0].GetRawText()}}]}""", run)).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_OutputText_IsNotComparedAsJson() =>
        Assert.Equal("$.output: expected \"[1, 2]\", got \"[1,2]\"", Assert.Single(Compare("""{"status":"SUCCEEDED","output":"[1, 2]"}""", Succeeded("\"[1,2]\""))).ToString());

    [Fact]
    public void Compare_PlaceholderInOutput_IsNotCompared() =>
        Assert.Empty(Compare("""{"status":"SUCCEEDED","output":{"a":"x"},"placeholders":["$.a"]}""", Succeeded("""{"a":"y"}""")));

    [Fact]
    public void Compare_Failure_ComparesStatusErrorAndCause()
    {
        RecordedRun run = new("FAILED", null, "E", "C", JsonElement.Parse("[]"));
        Assert.Empty(Compare("""{"status":"FAILED","error":"E","cause":"C"}""", run));
        Assert.Equal(
            ["$.status: expected SUCCEEDED, got FAILED (E: C)", "$.output: expected 1, got (absent)", "$.error: expected (absent), got E", "$.cause: expected (absent), got C"],
            Compare("""{"status":"SUCCEEDED","output":1}""", run).Select(static difference => difference.ToString()));
    }

    [Fact]
    public void Compare_CauseThatIsAnObject_StandsForItsText() =>
        Assert.Empty(Compare("""{"status":"FAILED","error":"E","cause":{"a":"<uuid:1>"}}""", new RecordedRun("FAILED", null, "E", """{ "a": "0f8fad5b-d9cb-469f-a165-70867728950e" }""", JsonElement.Parse("[]"))));

    [Fact]
    public void Compare_Bag_IgnoresOrderAndIdsButNotContent()
    {
        const string recorded = """
            [{"id":1,"previousEventId":0,"type":"ParallelStateStarted","timestamp":"timestamp"},
             {"id":[0],"previousEventId":0,"type":"A","timestamp":"timestamp"},{"id":[0],"previousEventId":0,"type":"B","timestamp":"timestamp"},
             {"id":5,"previousEventId":3,"type":"ParallelStateExited","timestamp":"timestamp"}]
            """;
        const string expect = $$"""{"status":"SUCCEEDED","output":1,"history_note":"sorted","history":{{recorded}}}""";
        Assert.Empty(Compare(expect, Succeeded("1", Bag("B", "A"))));
        Assert.Contains("#[0] A", Assert.Single(Compare(expect, Succeeded("1", Bag("B", "C")))).Expected, StringComparison.Ordinal);
    }

    private static string Bag(string first, string second) => $$"""
        [{"id":1,"previousEventId":0,"type":"ParallelStateStarted","timestamp":1},{"id":2,"previousEventId":1,"type":"{{first}}","timestamp":1},
         {"id":3,"previousEventId":1,"type":"{{second}}","timestamp":1},{"id":4,"previousEventId":3,"type":"ParallelStateSucceeded","timestamp":1},
         {"id":5,"previousEventId":3,"type":"ParallelStateExited","timestamp":1}]
        """;

    private static RecordedRun Succeeded(string output, string history = ActualEvents) =>
        new("SUCCEEDED", JsonElement.Parse(output), null, null, JsonElement.Parse(history));

    private static IReadOnlyList<Difference> Compare(string expect, RecordedRun run)
    {
        string complete = expect.Contains("\"placeholders\"", StringComparison.Ordinal) ? expect : expect[..^1] + ",\"placeholders\":[],\"skip_paths\":[]}";
        return ExecutionComparer.Compare(new AslCase(JsonElement.Parse(
            $$"""{"id":"x","kind":"execution","type":"STANDARD","definition":{},"substitutions":{"role":"arn"},"expect":{{complete}}}""")), run);
    }
}
