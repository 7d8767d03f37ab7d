using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Compiled;
using Compiled.History;
using Compiled.Values;
using Console.Tests.Host;

namespace Console.Tests.Pages;

/// <summary>Express executions that the host keeps in memory. FEATURES V-018.</summary>
public sealed class ExpressTests
{
    [Fact]
    public async Task Execution_LoggedWhole_HasTheSamePagesAsAStandardOne()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("work", static _ => JsonValue.Failure(new Fault("NoRoad", "Closed <now>.")));
        string arn = await host.Express.RunAsync("Work", Samples.Work, """{"a":17}""");

        foreach (string view in new[] { "", "?view=table", "?view=events", "?view=data", "?view=definition", "?state=Work", "?state=Work&tab=retry" })
        {
            string page = await host.GetAsync($"/executions/{arn}{view}");
            Assert.Contains("NoRoad", page, StringComparison.Ordinal);
            Assert.Contains("Closed &lt;now&gt;.", page, StringComparison.Ordinal);
            Assert.Contains("is in no journal. Of this one all its events are kept in memory, with data", page, StringComparison.Ordinal);
            Assert.DoesNotContain("/console/do/redrive", page, StringComparison.Ordinal);
        }

        Assert.Contains("visited failed", await host.GetAsync($"/parts/graph?arn={arn}"), StringComparison.Ordinal);
        Assert.Contains("17", await host.GetAsync($"/parts/state?arn={arn}&state=Work"), StringComparison.Ordinal);
        Assert.Contains("17", await host.GetAsync($"/parts/event?arn={arn}&id=2"), StringComparison.Ordinal);
        using JsonDocument history = JsonDocument.Parse(await host.GetAsync($"/export/history?arn={arn}"));
        Assert.Equal(host.Express.Find(arn)!.EventCount, history.RootElement.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Execution_OfWhichErrorsAreLogged_ShowsTheseEventsAndSaysSo()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("work", static _ => JsonValue.Failure(new Fault("NoRoad", "Closed.")));
        string arn = await host.Express.RunAsync("Work", Samples.Work, """{"a":17}""", "ERROR", static recorded => recorded.Type is HistoryEventType.LambdaFunctionFailed or HistoryEventType.ExecutionFailed);

        string events = await host.GetAsync($"/executions/{arn}?view=events"), graph = await host.GetAsync($"/executions/{arn}");

        Assert.Equal(2, Regex.Count(events, "<tr class=\"event "));
        Assert.Contains("2 of its ", events, StringComparison.Ordinal);
        Assert.Contains("(level ERROR). They don&#39;t tell how its states stand.", events, StringComparison.Ordinal);
        Assert.Contains("NoRoad", await host.GetAsync($"/parts/event?arn={arn}&id={host.Express.Find(arn)!.EventCount}"), StringComparison.Ordinal);
        Assert.DoesNotContain("visited", graph[graph.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        using JsonDocument history = JsonDocument.Parse(await host.GetAsync($"/export/history?arn={arn}"));
        Assert.Equal(2, history.RootElement.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Lists_OfExpressExecutions_HaveFiltersAndPages()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("work", static _ => JsonValue.Failure(new Fault("NoRoad", null)));
        string machine = await host.CreateAsync("Greeting", Samples.Greeting, MachineType.Express);
        await host.Express.RunAsync("Work", Samples.Work);
        for (int i = 0; i < 30; i++)
            await host.Express.RunAsync("Greeting", Samples.Greeting);

        string all = await host.GetAsync("/executions?tab=express"), failed = await host.GetAsync("/executions?tab=express&status=Failed"), named = await host.GetAsync("/executions?tab=express&name=run-2");
        string of = await host.GetAsync("/machines/" + machine), machines = await host.GetAsync("/");
        string older = WebUtility.HtmlDecode(Regex.Match(all, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value);

        Assert.Equal((25, 1, 11, 25, 6), (Rows(all), Rows(failed), Rows(named), Rows(of), Rows(await host.Client.GetStringAsync(older))));
        Assert.Contains("The last ones of this test are kept.", all, StringComparison.Ordinal);
        Assert.Equal(24, Regex.Count(machines, "class=\"succeeded\" href=\"/console/executions/arn:aws:states:us-east-1:123456789012:express:Greeting:"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/console/executions/arn:aws:states:us-east-1:123456789012:express:Greeting:gone:7d1c")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/console/live?arn=arn:aws:states:us-east-1:123456789012:express:Greeting:gone:7d1c")).StatusCode);
    }

    private static int Rows(string page) => Regex.Count(page, "<tr>\\s*<td>");
}
