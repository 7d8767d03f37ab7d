using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Compiled;
using Compiled.Values;
using Compiled.WebConsole;
using Console.Tests.Host;

namespace Console.Tests.Pages;

/// <summary>What pages show and what buttons do, without a browser. FEATURES V-001 to V-017.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task Machines_List_HasSearchAndPages()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        for (int i = 0; i < 30; i++)
            await host.CreateAsync(FormattableString.Invariant($"Machine{i:00}"), Samples.Greeting);
        await host.RunExecutionAsync("Machine00");

        string first = await host.GetAsync("/"), second = await host.GetAsync("/?page=2"), found = await host.GetAsync("/?q=ine07"), none = await host.GetAsync("/?q=%3Cb%3E");

        Assert.Equal((25, 5, 1), (Rows(first), Rows(second), Rows(found)));
        Assert.Contains("Page 1 of 2", first, StringComparison.Ordinal);
        Assert.Contains("class=\"succeeded\"", first, StringComparison.Ordinal);
        Assert.Contains("No machine&#39;s name contains &#39;&lt;b&gt;&#39;.", none, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/machines/arn:aws:states:us-east-1:123456789012:stateMachine:None")]
    [InlineData("/executions/arn:aws:states:us-east-1:123456789012:execution:None:x")]
    [InlineData("/executions/nonsense")]
    [InlineData("/edit/nonsense")]
    [InlineData("/start/nonsense")]
    [InlineData("/parts/state?arn=nonsense")]
    [InlineData("/live?arn=nonsense")]
    [InlineData("/export/history?arn=nonsense")]
    [InlineData("/export/machine-graph?arn=nonsense")]
    [InlineData("/mapruns/nonsense")]
    [InlineData("/assets/nonsense.js")]
    public async Task Page_OfNothing_IsNotFound(string path)
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/console" + path)).StatusCode);
    }

    [Fact]
    public async Task Deeds_FromCreateToDelete_LeadFromPageToPage()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string created = await host.DoAsync("create", ("name", "Greeting"), ("type", "Standard"), ("definition", Samples.Greeting));
        Assert.Equal("/console/machines/arn:aws:states:us-east-1:123456789012:stateMachine:Greeting?tab=definition", created);
        string arn = "arn:aws:states:us-east-1:123456789012:stateMachine:Greeting";

        string started = await host.DoAsync("start", ("arn", arn), ("input", """{"a":1}"""), ("name", "first"));
        Assert.Equal("/console/executions/arn:aws:states:us-east-1:123456789012:execution:Greeting:first", started);
        await host.Executions.WaitAsync("arn:aws:states:us-east-1:123456789012:execution:Greeting:first");
        Assert.Contains("Succeeded", await host.Client.GetStringAsync(started), StringComparison.Ordinal);

        Assert.Equal($"/console/machines/{arn}?tab=definition", await host.DoAsync("update", ("arn", arn), ("type", "Standard"), ("definition", Samples.Loop)));
        Assert.Equal($"/console/machines/{arn}?tab=versions", await host.DoAsync("publish", ("arn", arn), ("description", "The first")));
        string versions = await host.GetAsync($"/machines/{arn}?tab=versions");
        Assert.Contains("The first", versions, StringComparison.Ordinal);
        Assert.Contains($"/console/start/{arn}:1", versions, StringComparison.Ordinal);
        Assert.Contains("Count", await host.GetAsync($"/machines/{arn}?tab=definition"), StringComparison.Ordinal);
        Assert.Equal("/console/", await host.DoAsync("delete", ("arn", arn)));
        Assert.Contains("No machines yet", await host.GetAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_OfATakenName_ShowsWhyAndKeepsWhatWasWritten()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        await host.CreateAsync("Greeting", Samples.Greeting);

        HttpResponseMessage answer = await host.PostAsync("create", ("name", "Greeting"), ("type", "Standard"), ("definition", Samples.Loop));
        string page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("StateMachineAlreadyExists", page, StringComparison.Ordinal);
        Assert.Contains("NumericLessThanPath", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redrive_OfWhatSucceeded_SaysWhyNot()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        await host.CreateAsync("Greeting", Samples.Greeting);
        string arn = await host.RunExecutionAsync("Greeting");

        HttpResponseMessage answer = await host.PostAsync("redrive", ("arn", arn));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Execution is SUCCEEDED and cannot be redriven", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Executions_Filters_RestrictByStatusNameAndTime()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("work", static input => input.ToString() == "1" ? JsonValue.Failure(new Fault("No", null)) : input);
        string machine = await host.CreateAsync("Work", Samples.Work);
        await host.RunExecutionAsync("Work", "1", "bad");
        for (int i = 0; i < 30; i++)
            await host.RunExecutionAsync("Work", "2", FormattableString.Invariant($"good-{i}"));

        string all = await host.GetAsync("/machines/" + machine), failed = await host.GetAsync($"/machines/{machine}?status=Failed"), named = await host.GetAsync($"/machines/{machine}?name=good-2");
        string future = await host.GetAsync($"/machines/{machine}?from=2999-01-01T00:00"), bent = await host.GetAsync($"/machines/{machine}?token=nonsense");

        Assert.Equal((25, 1, 11, 0, 25), (Rows(all), Rows(failed), Rows(named), Rows(future), Rows(bent)));
        string older = WebUtility.HtmlDecode(Regex.Match(all, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value);
        Assert.Equal(6, Rows(await host.Client.GetStringAsync(older)));
    }

    [Fact]
    public async Task Events_Filters_RestrictByKindAndState()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("each", static input => input.ToString() == "\"bad\"" ? JsonValue.Failure(new Fault("Bad", "It is bad.")) : input);
        await host.CreateAsync("Each", Samples.Each);
        string arn = await host.RunExecutionAsync("Each", """{"items":["a","b","bad"]}""");

        string all = await host.GetAsync($"/parts/events?arn={arn}"), errors = await host.GetAsync($"/parts/events?arn={arn}&kind=failed"), newest = await host.GetAsync($"/parts/events?arn={arn}&order=newest");

        Assert.Contains("ExecutionStarted", all, StringComparison.Ordinal);
        Assert.DoesNotContain("ExecutionStarted", errors, StringComparison.Ordinal);
        Assert.Contains("MapIterationFailed", errors, StringComparison.Ordinal);
        string start = host.Executions.Describe(arn).Summary.StartDate.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        Assert.Contains("ExecutionStarted", await host.GetAsync($"/parts/events?arn={arn}&from={start}&to={start}"), StringComparison.Ordinal);
        Assert.Contains("No event is as the filters say", await host.GetAsync($"/parts/events?arn={arn}&to=2001-01-01T00:00"), StringComparison.Ordinal);
        Assert.Contains("No event is as the filters say", await host.GetAsync($"/parts/events?arn={arn}&from=2999-01-01T00:00:01"), StringComparison.Ordinal);
        Assert.Contains("value=\"2001-01-01T00:00:05\"", await host.GetAsync($"/executions/{arn}?view=events&to=2001-01-01T00:00:05"), StringComparison.Ordinal);
        Assert.True(newest.IndexOf("ExecutionFailed", StringComparison.Ordinal) < newest.IndexOf("MapStateFailed", StringComparison.Ordinal));
        Assert.Contains("It is bad.", await host.GetAsync($"/parts/state?arn={arn}&state=Do"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfADefinition_GivesFaultsWithPlacesAndTheGraph()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        using StringContent good = new(Samples.Greeting), wrong = new("{\n  \"StartAt\": \"A\",\n  \"States\": {}\n}"), broken = new("{\n 1");

        string fine = await (await host.Client.PostAsync("/console/check/definition", good)).Content.ReadAsStringAsync();
        string faulty = await (await host.Client.PostAsync("/console/check/definition", wrong)).Content.ReadAsStringAsync();
        string input = await (await host.Client.PostAsync("/console/check/input", broken)).Content.ReadAsStringAsync();

        Assert.StartsWith("{\"faults\":[]", fine, StringComparison.Ordinal);
        Assert.Contains("machine-graph", fine, StringComparison.Ordinal);
        Assert.Contains("\"line\":3", faulty, StringComparison.Ordinal);
        Assert.Contains("\"line\":2", input, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfAnExecution_GivesHistoryGraphAndDefinition()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        await host.CreateAsync("Loop", Samples.Loop);
        string arn = await host.RunExecutionAsync("Loop", """{"n":700}""");

        using System.Text.Json.JsonDocument history = System.Text.Json.JsonDocument.Parse(await host.GetAsync($"/export/history?arn={arn}"));
        string svg = await host.GetAsync($"/export/graph?arn={arn}");

        Assert.Equal(host.Executions.Reader.ReadEvents(arn, 1, 100_000).Count, history.RootElement.GetProperty("events").GetArrayLength());
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains("<style>", svg, StringComparison.Ordinal);
        Assert.Contains("  \"StartAt\": \"Begin\",\n", await host.GetAsync($"/export/definition?arn={arn}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_OfAnExecution_TellsEachChangeAndTheEnd()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync(new ConsoleOptions { WatchInterval = TimeSpan.FromMilliseconds(10) });
        TaskCompletionSource<JsonValue> gate = new();
        host.Handlers.Add("work", async (_, _, _) => await gate.Task);
        await host.CreateAsync("Work", Samples.Work);
        string arn = await host.StartExecutionAsync("Work");
        using Stream stream = await host.Client.GetStreamAsync("/console/live?arn=" + arn);
        using StreamReader reader = new(stream);
        List<string> told = [];
        while (told.Count == 0 || !told[^1].StartsWith("Succeeded", StringComparison.Ordinal))
        {
            string? line = await reader.ReadLineAsync();
            Assert.NotNull(line);
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            told.Add(line["data: ".Length..]);
            gate.TrySetResult(JsonValue.EmptyObject);
        }

        Assert.StartsWith("Running ", told[0], StringComparison.Ordinal);
        Assert.Equal(told.Distinct(), told);
    }

    [Fact]
    public async Task MapRun_OfADistributedMap_CountsItsChildren()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("each", static input => input.ToString() == "\"bad\"" ? JsonValue.Failure(new Fault("Bad", null)) : input);
        await host.CreateAsync("Far", Samples.Each.Replace("\"ItemProcessor\": {", "\"ToleratedFailureCount\": 5, \"ItemProcessor\": { \"ProcessorConfig\": { \"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\" },", StringComparison.Ordinal));
        string arn = await host.RunExecutionAsync("Far", """{"items":["a","bad","c"]}""");
        string panel = await host.GetAsync($"/parts/state?arn={arn}&state=Each&tab=details");
        string link = WebUtility.HtmlDecode(Regex.Match(panel, "href=\"(/console/mapruns/[^\"]+)\"").Groups[1].Value);

        string page = await host.Client.GetStringAsync(link);
        string child = WebUtility.HtmlDecode(Regex.Match(page, "href=\"(/console/executions/arn[^\"]+/[^\"]+)\"|class=\"name\" href=\"([^\"]+)\"").Groups.Values.Skip(1).First(static group => group.Success).Value);

        Assert.Equal(3, Rows(page));
        Assert.Contains("2 of 3 items succeeded", page, StringComparison.Ordinal);
        Assert.Contains("Parent", await host.Client.GetStringAsync(child), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfEveryKind_AreMadeOfAFailedExecution()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("check-order", static input => input).Add("charge", static _ => JsonValue.Failure(new Fault("CardLost", "Ask the bank."))).Add("reserve", static input => input);
        await host.CreateAsync("Order", Samples.Order);
        string arn = await host.RunExecutionAsync("Order", Samples.OrderInput);
        foreach (string path in new[] { "", "?view=table", "?view=events", "?view=data", "?view=definition", "?state=Charge%20card&tab=retry", "?visit=1&tab=details", "?state=Nowhere", "?visit=99999" })
            Assert.Contains("CardLost", await host.GetAsync($"/executions/{arn}{path}"), StringComparison.Ordinal);
        foreach (string part in new[] { "head", "graph", "picks", "table", "events", "output", "state&visit=0&tab=io", "state&visit=0&tab=details", "state&visit=0&tab=definition", "state&visit=0&tab=retry", "state&visit=0&tab=events", "state&visit=0&tab=variables", "event&id=1", "event&id=4", "event&id=9999" })
            Assert.NotEmpty(await host.GetAsync($"/parts/{part.Split('&')[0]}?arn={arn}&{string.Join('&', part.Split('&')[1..])}"));
        Assert.Contains("orderId", await host.GetAsync($"/parts/state?arn={arn}&visit=0&tab=variables"), StringComparison.Ordinal);
    }

    private static int Rows(string page) => Regex.Count(page, "<tr>\\s*<td>");
}
