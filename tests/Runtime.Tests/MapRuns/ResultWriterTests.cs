using System.Text.Json;
using Compiled.MapRuns;
using Compiled.MapRuns.Objects;
using Compiled.Testing;
using Compiled.Values;
using static Compiled.Tests.MapRuns.MapWorkflow;

namespace Compiled.Tests.MapRuns;

/// <summary>What a Map Run gives and writes. FEATURES L-315 to L-318.</summary>
public sealed class ResultWriterTests
{
    private static readonly ResultWriterSettings s_export = new() { Exports = true, Arguments = Json("""{"Bucket":"out","Prefix":"jobs/"}""") };

    /// <summary>L-287: the results are in the order of the items, whichever child ends first.</summary>
    [Fact]
    public async Task Results_AreInTheOrderOfTheItems()
    {
        MapWorkflow workflow = new(new MapRunSettings { Items = Numbers(5) })
        {
            Task = async (input, context, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(10 - input.AsDouble()), context.TimeProvider, token);
                return input;
            },
        };

        Assert.Equal("[0,1,2,3,4]", await workflow.OutcomeAsync());
    }

    /// <summary>L-315: the forms of a result that stays in the state.</summary>
    [Theory]
    [InlineData(ResultTransformation.Compact, false, """[[1],2,[]]""")]
    [InlineData(ResultTransformation.Flatten, false, """[1,2]""")]
    [InlineData(ResultTransformation.Compact, true, "\"[1]\\n2\\n[]\\n\"")]
    public async Task Transformation_WithoutAPlace_FormsTheStatesResult(ResultTransformation transformation, bool lines, string expected)
    {
        MapRunSettings settings = new() { Items = Json("[[1],2,[]]"), Writer = new() { Transformation = transformation, WritesLines = lines } };

        Assert.Equal(expected, await new MapWorkflow(settings).OutcomeAsync());
    }

    /// <summary>L-315: NONE describes each child, and a child that failed is described whatever was asked for.</summary>
    [Fact]
    public async Task Transformation_None_DescribesTheChildren()
    {
        MapRunSettings settings = new() { Items = Json("""["ok","bad"]"""), ToleratedFailureCount = 1, Writer = new() { Transformation = ResultTransformation.None } };

        JsonValue output = (await Failing(settings).RunAsync()).Output;

        string name = output[0].Get("Name").AsString();
        Assert.Equal(
            $$$"""{"ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:Machine/L:{{{name}}}","Input":"\"ok\"","InputDetails":{"Included":true},"Name":"{{{name}}}","Output":"\"ok\"","OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE","RedriveStatusReason":"Execution is SUCCEEDED and cannot be redriven","StartDate":"2024-01-01T00:00:00.000Z","StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:Machine/L","Status":"SUCCEEDED","StopDate":"2024-01-01T00:00:00.000Z"}""",
            output[0].ToString());
        Assert.Equal(("Bad", "no", "FAILED"), (output[1].Get("Error").AsString(), output[1].Get("Cause").AsString(), output[1].Get("Status").AsString()));
        Assert.Equal("REDRIVABLE_BY_MAP_RUN", output[1].Get("RedriveStatus").AsString());
        JsonValue compact = (await Failing(settings with { Writer = null }).RunAsync()).Output;
        Assert.Equal($"[\"ok\",{output[1]}]", compact.ToString());
    }

    /// <summary>L-316, L-317.</summary>
    [Fact]
    public async Task Export_WritesFilesAndAManifest()
    {
        MemoryObjectStore store = Store();
        MapRunSettings settings = new() { Items = Json("""["ok","bad",["x"]]"""), ToleratedFailurePercentage = 50, Writer = s_export with { Transformation = ResultTransformation.Compact } };

        JsonValue output = (await Failing(settings).RunAsync(new() { ObjectStore = store })).Output;

        string arn = output.Get("MapRunArn").AsString(), id = arn.Split(':')[^1];
        Assert.Equal($$$"""{"MapRunArn":"{{{arn}}}","ResultWriterDetails":{"Bucket":"out","Key":"jobs/{{{id}}}/manifest.json"}}""", output.ToString());
        string failed = store.GetText("out", $"jobs/{id}/FAILED_0.json")!;
        Assert.Equal("""["ok",["x"]]""", store.GetText("out", $"jobs/{id}/SUCCEEDED_0.json"));
        Assert.Equal("Bad", Json(failed)[0].Get("Error").AsString());
        Assert.Equal(
            $$$"""{"DestinationBucket":"out","MapRunArn":"{{{arn}}}","ResultFiles":{"FAILED":[{"Key":"jobs/{{{id}}}/FAILED_0.json","Size":{{{failed.Length}}}}],"PENDING":[],"SUCCEEDED":[{"Key":"jobs/{{{id}}}/SUCCEEDED_0.json","Size":12}]}}""",
            store.GetText("out", $"jobs/{id}/manifest.json"));
    }

    [Theory]
    [InlineData(ResultTransformation.Flatten, "1\n2\n3\n")]
    [InlineData(ResultTransformation.Compact, "[1,2]\n3\n")]
    public async Task Export_AsLines_WritesALineEach(ResultTransformation transformation, string expected)
    {
        MemoryObjectStore store = Store();
        ResultWriterSettings writer = s_export with { Arguments = Json("""{"Bucket":"out"}"""), Transformation = transformation, WritesLines = true };

        JsonValue output = (await new MapWorkflow(new MapRunSettings { Items = Json("[[1,2],3]"), Writer = writer }).RunAsync(new() { ObjectStore = store })).Output;

        Assert.Equal(expected, store.GetText("out", output.Get("MapRunArn").AsString().Split(':')[^1] + "/SUCCEEDED_0.jsonl"));
    }

    /// <summary>L-317: what a run that failed did not start is listed too.</summary>
    [Fact]
    public async Task Export_OfARunThatFails_ListsWhatWasNotStarted()
    {
        MemoryObjectStore store = Store();
        MapRunSettings settings = new() { Items = Json("""["ok","bad","left","over"]"""), MaxConcurrency = 1, Writer = s_export };

        ExecutionResult result = await Failing(settings).RunAsync(new() { ObjectStore = store });

        Assert.Equal("States.ExceedToleratedFailureThreshold: The specified tolerated failure threshold was exceeded", Outcome(result));
        string id = Details(result, History.HistoryEventType.MapRunStarted).GetProperty("mapRunArn").GetString()!.Split(':')[^1];
        JsonElement[] pending = [.. JsonElement.Parse(store.GetText("out", $"jobs/{id}/PENDING_0.json")!).EnumerateArray()];
        Assert.Equal(["\"left\"", "\"over\""], pending.Select(each => each.GetProperty("Input").GetString()));
        Assert.All(pending, each => Assert.Equal("PENDING", each.GetProperty("Status").GetString()));
        Assert.Contains($"\"PENDING\":[{{\"Key\":\"jobs/{id}/PENDING_0.json\"", store.GetText("out", $"jobs/{id}/manifest.json"), StringComparison.Ordinal);
    }

    /// <summary>L-318.</summary>
    [Theory]
    [InlineData("""{"Bucket":"none","Prefix":"x"}""", "The bucket 'none' does not exist.")]
    [InlineData("""{"Prefix":"x"}""", "'Bucket' must be a string that is not empty.")]
    public async Task Export_ThatCannotBeWritten_FailsTheRun(string arguments, string cause)
    {
        MapRunSettings settings = new() { Items = Numbers(3), Writer = s_export with { Arguments = Json(arguments) } };

        Assert.Equal("States.ResultWriterFailed: " + cause, await new MapWorkflow(settings).OutcomeAsync(new() { ObjectStore = Store() }));
    }

    /// <summary>L-042: a result that stays in the state is no larger than any other; one that is exported may be.</summary>
    [Fact]
    public async Task Results_LargerThanAStateMayGive_FailUnlessExported()
    {
        JsonValue items = JsonValue.ArrayOf([.. Enumerable.Repeat((JsonValue)new string('x', 100_000), 3)]);
        MemoryObjectStore store = Store();

        Assert.Equal(
            "States.DataLimitExceeded: The state/task 'M' returned a result with a size exceeding the maximum number of bytes service limit.",
            await new MapWorkflow(new MapRunSettings { Items = items }).OutcomeAsync());
        JsonValue output = (await new MapWorkflow(new MapRunSettings { Items = items, Writer = s_export with { Transformation = ResultTransformation.Compact } }).RunAsync(new() { ObjectStore = store })).Output;
        Assert.Equal(300_010, store.Get("out", output.Get("ResultWriterDetails").Get("Key").AsString().Replace("manifest", "SUCCEEDED_0"))!.Length);
    }

    private static MapWorkflow Failing(MapRunSettings settings) => new(settings)
    {
        Task = static (input, _, _) => new(input.IsString && input.AsString() == "bad" ? JsonValue.Failure(new Fault("Bad", "no")) : input),
    };

    private static MemoryObjectStore Store()
    {
        MemoryObjectStore store = new();
        store.CreateBucket("out");
        return store;
    }
}
