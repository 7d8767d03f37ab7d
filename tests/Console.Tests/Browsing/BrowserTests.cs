using Compiled;
using Compiled.Values;
using Compiled.WebConsole;
using Console.Tests.Host;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Console.Tests.Browsing;

/// <summary>The console as a person uses it. FEATURES V-001 to V-014, V-017.</summary>
public sealed class BrowserTests
{
    [BrowserFact]
    public async Task Person_CreatesAMachineStartsItAndWatchesItsStatesChangeColour()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        TaskCompletionSource<JsonValue> gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Handlers.Add("work", async (_, _, _) => await gate.Task);
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(host, "/");

        await page.GetByRole(AriaRole.Link, new() { Name = "Create machine" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Work");
        await page.GetByLabel("Definition", new() { Exact = true }).FillAsync(Samples.Work.Replace("\"Next\": \"After\"", "\"Next\": \"Aftr\"", StringComparison.Ordinal));
        await Expect(page.Locator(".faults li.error").First).ToContainTextAsync("'Aftr'");
        await page.GetByLabel("Definition", new() { Exact = true }).FillAsync(Samples.Work);
        await Expect(page.Locator("#found .fine")).ToBeVisibleAsync();
        await Expect(page.Locator("#preview [data-state=Work]")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Start execution" }).ClickAsync();
        await page.GetByLabel("Input", new() { Exact = true }).FillAsync("{ \"a\": }");
        await Expect(page.Locator("#found .place")).ToHaveTextAsync("1:8");
        await page.GetByLabel("Input", new() { Exact = true }).FillAsync("{ \"a\": 1 }");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("watched");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();

        ILocator work = page.Locator("[data-state=Work]").First;
        await Expect(page.Locator("h1")).ToContainTextAsync("watched");
        await Expect(work).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("visited running"));
        gate.SetResult(JsonValue.EmptyObject);
        await Expect(work).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("visited succeeded"));
        await Expect(page.Locator("[data-state=After]").First).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("visited succeeded"));
        await Expect(page.Locator("#head .status").First).ToHaveTextAsync("Succeeded");
        Assert.Empty(browser.Errors);
    }

    [BrowserFact]
    public async Task Person_OpensTheStateThatFailedAndRedrives()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        bool isMended = false;
        host.Handlers.Add("work", input => isMended ? input : JsonValue.Failure(new Fault("NoRoad", "Closed until Friday.")));
        await host.CreateAsync("Work", Samples.Work);
        string arn = await host.RunExecutionAsync("Work", "{}", "broken");
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(host, "/executions?status=Failed");

        await page.GetByRole(AriaRole.Link, new() { Name = "broken" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("NoRoad");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to Work" }).ClickAsync();
        await Expect(page.Locator("#panel")).ToContainTextAsync("Closed until Friday.");
        await page.Locator("#panel").GetByRole(AriaRole.Tab, new() { Name = "Attempts" }).ClickAsync();
        await Expect(page.Locator(".attempt.failed")).ToHaveCountAsync(1);
        isMended = true;
        await page.GetByRole(AriaRole.Button, new() { Name = "Redrive" }).ClickAsync();

        await Expect(page.Locator("#head .status").First).ToHaveTextAsync("Succeeded");
        await Expect(page.Locator("[data-state=Work]").First).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("visited succeeded"));
        Assert.Equal(1, host.Executions.Describe(arn).Summary.RedriveCount);
        Assert.Empty(browser.Errors);
    }

    [BrowserFact]
    public async Task Person_FiltersExecutionsAndEvents()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("work", static input => input.ToString() == "1" ? JsonValue.Failure(new Fault("No", null)) : input);
        string machine = await host.CreateAsync("Work", Samples.Work);
        for (int i = 0; i < 6; i++)
            await host.RunExecutionAsync("Work", i == 3 ? "1" : "2", FormattableString.Invariant($"run-{i}"));
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(host, "/machines/" + machine);

        await Expect(page.Locator("#list tbody tr")).ToHaveCountAsync(6);
        await page.GetByLabel("Failed", new() { Exact = true }).CheckAsync();
        await Expect(page.Locator("#list tbody tr")).ToHaveCountAsync(1);
        await page.GetByLabel("All", new() { Exact = true }).CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByLabel("Name begins with").FillAsync("run-5");
        await Expect(page.Locator("#list tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "run-5" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Events" }).ClickAsync();
        await Expect(page.Locator("#events tr.event")).ToHaveCountAsync(9);
        await page.GetByLabel("Kind of events").SelectOptionAsync("task");
        await Expect(page.Locator("#events tr.event")).ToHaveCountAsync(3);
        await page.Locator("#events [data-event]").First.ClickAsync();
        await Expect(page.Locator(".event-details pre").First).ToContainTextAsync("2");
        Assert.Empty(browser.Errors);
    }

    [BrowserFact]
    public async Task Person_WithoutAMouse_WalksThroughTheGraphAndTheTable()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("check-order", static input => input).Add("charge", static input => input).Add("reserve", static input => input).Add("ship", static input => input);
        await host.CreateAsync("Order", Samples.Order);
        string arn = await host.RunExecutionAsync("Order", Samples.OrderInput);
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(host, "/executions/" + arn);

        await page.Locator("[data-state='Check order']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#panel h2")).ToHaveTextAsync("Check order");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#panel h2")).ToHaveTextAsync("Large order?");
        await page.GetByRole(AriaRole.Link, new() { Name = "Table" }).PressAsync("Enter");
        ILocator pick = page.Locator("tr.visit[data-state='Pick items']");
        await Expect(pick).ToBeVisibleAsync();
        await pick.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#panel h2")).ToHaveTextAsync("Pick items");
        await page.Locator("#panel").GetByRole(AriaRole.Tab, new() { Name = "Iterations" }).PressAsync("Enter");
        await Expect(page.Locator(".iterations button")).ToHaveCountAsync(3);
        await page.Locator("#theme").PressAsync("Enter");
        Assert.Equal("dark", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        await page.ReloadAsync();
        Assert.Equal("dark", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.Empty(browser.Errors);
    }

    [BrowserFact]
    public async Task Person_TestsAStateAndGoesOnWithTheNext()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string machine = await host.CreateAsync("Work", Samples.Work);
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(host, "/machines/" + machine);

        await page.GetByRole(AriaRole.Link, new() { Name = "Test a state" }).ClickAsync();
        await page.Locator("select[name=state]").SelectOptionAsync("Work");
        await page.GetByLabel("Input", new() { Exact = true }).FillAsync("{ \"a\": 1 }");
        await Expect(page.GetByLabel("Result (JSON)")).ToBeHiddenAsync();
        await page.GetByLabel("What stands for it").SelectOptionAsync("result");
        await page.GetByLabel("Result (JSON)").FillAsync("{ \"b\": 2 }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Test" }).ClickAsync();
        await Expect(page.Locator("#result .status")).ToHaveTextAsync("Succeeded");
        await page.GetByRole(AriaRole.Button, new() { Name = "After", Exact = true }).ClickAsync();

        await Expect(page.Locator("#result h2")).ToHaveTextAsync("After");
        await Expect(page.Locator("#result .steps")).ToContainTextAsync("\"b\": 2");
        Assert.Empty(browser.Errors);
    }

    [BrowserFact]
    public async Task Person_TurnsTheGraphAndSavesItAsAPicture()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        await host.CreateAsync("Greeting", Samples.Greeting);
        string arn = await host.RunExecutionAsync("Greeting");
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(host, "/executions/" + arn);

        await page.GetByLabel("The other way: down, or to the right").ClickAsync();
        LocatorBoundingBoxResult first = (await page.Locator("[data-state=Greet]").First.BoundingBoxAsync())!, second = (await page.Locator("[data-state=Done]").First.BoundingBoxAsync())!;
        Assert.True(second.X > first.X + first.Width);
        IDownload saved = await page.RunAndWaitForDownloadAsync(() => page.GetByLabel("Save as PNG").ClickAsync());
        byte[] picture = await File.ReadAllBytesAsync(await saved.PathAsync());
        await page.GetByLabel("Full screen").ClickAsync();
        await page.WaitForFunctionAsync("document.fullscreenElement?.matches('.graph')");

        Assert.Equal("graph.png", saved.SuggestedFilename);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        // A picture without its style would be black on nothing, and smaller.
        Assert.True(picture.Length > 5000, $"{picture.Length} bytes");
        Assert.Empty(browser.Errors);
    }

    [BrowserFact]
    public async Task Pages_LightAndDark_HaveNamesRolesAndContrast()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync(new ConsoleOptions { Title = "local" });
        host.Handlers.Add("work", static _ => JsonValue.Failure(new Fault("NoRoad", "Closed.")));
        string machine = await host.CreateAsync("Work", Samples.Work);
        string arn = await host.RunExecutionAsync("Work"), express = await host.Express.RunAsync("Work", Samples.Work);
        await host.DoAsync("publish", ("arn", machine), ("description", "The first"));
        await host.DoAsync("alias-create", ("arn", machine), ("name", "live"), ("version", machine + ":1"), ("share", "100"));
        await host.DoAsync("tag", ("arn", machine), ("key", "team"), ("value", "shop"));
        await using Browser browser = await Browser.StartAsync();
        foreach (bool isDark in new[] { false, true })
        {
            foreach (string path in new[] { "/", "/executions", "/activities", "/machines/" + machine, $"/machines/{machine}?tab=definition", "/edit/" + machine, "/start/" + machine, $"/machines/{machine}?tab=definition&format=yaml", $"/machines/{machine}?tab=versions", $"/machines/{machine}?tab=aliases", $"/machines/{machine}?tab=tags", $"/test/{machine}?state=Work", "/executions?tab=express", $"/executions/{express}?state=Work", $"/executions/{arn}?state=Work", $"/executions/{arn}?view=table", $"/executions/{arn}?view=events", $"/executions/{arn}?view=data" })
            {
                IPage page = await browser.OpenAsync(host, path, isDark);
                string[] found = await page.EvaluateAsync<string[]>(AccessChecks.Script);
                Assert.True(found.Length == 0, $"{path} {(isDark ? "dark" : "light")}:\n{string.Join('\n', found)}");
                await page.Context.CloseAsync();
            }
        }

        Assert.Empty(browser.Errors);
    }
}
