using System.Globalization;
using Compiled;
using Compiled.Values;
using Console.Tests.Host;
using Microsoft.Playwright;

namespace Console.Tests.Pictures;

/// <summary>Pictures of the main pages, light and dark.</summary>
public sealed class PictureTests
{
    [PictureFact]
    public async Task Pictures_OfTheMainPages_AreTaken()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync(new Compiled.WebConsole.ConsoleOptions { Title = "local" });
        TaskCompletionSource gate = new();
        int charged = 0;
        host.Handlers.Add("check-order", static input => input)
            .Add("approve", static _ => JsonValue.Failure(new Fault("Declined", "Too large for this customer.")))
            .Add("charge", input => charged++ % 3 == 1 ? JsonValue.Failure(new Fault("CardBusy", "The bank asks to try again.")) : input)
            .Add("reserve", static async (input, _, _) =>
            {
                await Task.Delay(120);
                return input.ToString().Contains("desk", StringComparison.Ordinal) ? JsonValue.Failure(new Fault("OutOfStock", "None left of desk.")) : input;
            })
            .Add("each", static input => input.ToString().Contains('7', StringComparison.Ordinal) ? JsonValue.Failure(new Fault("Bad", "Seven is refused.")) : input)
            .Add("ship", async (input, context, cancellation) =>
            {
                if (context.ExecutionName == "order-1043")
                    return JsonValue.Failure(new Fault("NoRoad", "The road to the customer is closed until Friday.\nAsked the carrier at 17:02."));
                if (context.ExecutionName == "order-1044")
                    await gate.Task.WaitAsync(cancellation);
                return input;
            });
        string order = await host.CreateAsync("OrderFlow", Samples.Order);
        host.Machines.Change(order, static machine => machine with { Tags = [new("team", "shop"), new("stage", "local")] });
        string each = await host.CreateAsync("ImportCatalog", Samples.Each);
        string loop = await host.CreateAsync("CountStock", Samples.Loop);
        await host.CreateAsync("Greeting", Samples.Greeting);
        await host.CreateAsync("QuickQuote", Samples.Greeting, MachineType.Express);
        for (int i = 0; i < 9; i++)
            await host.RunExecutionAsync("OrderFlow", Samples.OrderInput.Replace("129.5", i == 4 ? "4200" : "129.5", StringComparison.Ordinal), FormattableString.Invariant($"order-{1030 + i}"));
        for (int i = 0; i < 20; i++)
            await host.RunExecutionAsync("Greeting");
        await host.RunExecutionAsync("CountStock", """{"n":60}""", "nightly");
        string imported = await host.RunExecutionAsync("ImportCatalog", $$"""{"items":[{{string.Join(',', Enumerable.Range(0, 48).Select(i => i.ToString(CultureInfo.InvariantCulture)))}}]}""", "catalog-11");
        string declined = await host.RunExecutionAsync("OrderFlow", Samples.OrderInput.Replace("129.5", "2400", StringComparison.Ordinal), "order-1042");
        string failed = await host.RunExecutionAsync("OrderFlow", Samples.OrderInput, "order-1043");
        string running = await host.StartExecutionAsync("OrderFlow", Samples.OrderInput, "order-1044");
        await Task.Delay(2500);

        await using Browser browser = await Browser.StartAsync();
        foreach (bool isDark in new[] { false, true })
        {
            await TakeAsync(browser, host, "machines", "/", isDark);
            await TakeAsync(browser, host, "machine", "/machines/" + order, isDark);
            await TakeAsync(browser, host, "definition", "/machines/" + order + "?tab=definition", isDark);
            await TakeAsync(browser, host, "edit", "/edit/" + order, isDark, async page =>
            {
                await page.Locator("textarea").EvaluateAsync("area => { area.value = area.value.replace('\"Default\": \"Prepare\"', '\"Default\": \"Prepar\"'); area.dispatchEvent(new Event('input')); }");
                await page.Locator(".faults").WaitForAsync();
            });
            await TakeAsync(browser, host, "start", "/start/" + order, isDark, async page =>
            {
                await page.Locator("textarea").FillAsync("{\n  \"id\": \"A-1045\",\n  \"items\": [1, 2,, 3]\n}");
                await page.Locator(".faults").WaitForAsync();
            });
            await TakeAsync(browser, host, "execution-failed", "/executions/" + failed + "?state=Ship", isDark);
            await TakeAsync(browser, host, "execution-running", "/executions/" + running + "?state=Charge%20card&tab=retry", isDark);
            await TakeAsync(browser, host, "execution-table", "/executions/" + declined + "?view=table&state=Ask%20a%20person", isDark);
            await TakeAsync(browser, host, "execution-table-order", "/executions/" + failed + "?view=table&state=Charge%20card&tab=details", isDark);
            await TakeAsync(browser, host, "execution-events", "/executions/" + failed + "?view=events", isDark, async page =>
            {
                await page.Locator("#events [data-event]").Nth(4).ClickAsync();
                await page.Locator(".event-details .facts").WaitForAsync();
            });
            await TakeAsync(browser, host, "execution-data", "/executions/" + failed + "?view=data", isDark);
            await TakeAsync(browser, host, "execution-map", "/executions/" + imported + "?state=Each&tab=iterations", isDark);
            await TakeAsync(browser, host, "executions", "/executions", isDark);
        }

        Assert.Empty(browser.Errors);
        gate.SetResult();
    }

    private static async Task TakeAsync(Browser browser, ConsoleHost host, string name, string path, bool isDark, Func<IPage, Task>? before = null)
    {
        IPage page = await browser.OpenAsync(host, path, isDark);
        if (before is not null)
            await before(page);
        await page.WaitForTimeoutAsync(250);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(PictureFactAttribute.Folder!, $"{name}-{(isDark ? "dark" : "light")}.png"), Animations = ScreenshotAnimations.Disabled });
        await page.Context.CloseAsync();
    }
}
