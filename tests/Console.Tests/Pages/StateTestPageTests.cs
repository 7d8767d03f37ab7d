using System.Net;
using System.Text.RegularExpressions;
using Compiled.Values;
using Console.Tests.Host;

namespace Console.Tests.Pages;

/// <summary>Trying single states. FEATURES V-019, M-020 to M-028.</summary>
public sealed class StateTestPageTests
{
    private const string Steps = """
        {
          "StartAt": "Ask",
          "States": {
            "Ask": {
              "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "InputPath": "$.order", "Parameters": { "FunctionName": "price", "Payload.$": "$" },
              "ResultSelector": { "price.$": "$.Payload.price" }, "ResultPath": "$.answer",
              "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 7 } ], "Catch": [ { "ErrorEquals": [ "Lost" ], "Next": "Give up" } ], "Next": "Told"
            },
            "Told": { "Type": "Pass", "Parameters": { "told.$": "$.answer.price" }, "End": true },
            "Give up": { "Type": "Fail" }
          }
        }
        """;

    [Fact]
    public async Task Test_OfATaskWithAMockedResult_ShowsEachStepInOrder()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string arn = await host.CreateAsync("Steps", Steps);

        string page = await TestAsync(host, arn, "Ask", """{"order":{"id":"<7>"}}""", ("mock", "result"), ("result", """{"Payload":{"price":12}}"""), ("validation", "NONE"));

        Assert.Equal(["Input", "After InputPath", "After Parameters", "Result", "After ResultSelector", "After ResultPath", "Output"], Regex.Matches(page, "<h3>([^<]+)</h3>").Select(static match => match.Groups[1].Value));
        Assert.Contains("&lt;7&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Succeeded", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"state\" value=\"Told\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Busy", "Would be retried")]
    [InlineData("Lost", "Caught error")]
    [InlineData("Other", "Failed")]
    public async Task Test_OfATaskWithAMockedError_SaysWhatBecomesOfIt(string error, string status)
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string arn = await host.CreateAsync("Steps", Steps);

        string page = await TestAsync(host, arn, "Ask", """{"order":{}}""", ("mock", "error"), ("error", error), ("cause", "Because."));

        Assert.Contains(status, page, StringComparison.Ordinal);
        Assert.Contains($"<strong>{error}</strong>", page, StringComparison.Ordinal);
        Assert.Equal(error == "Busy", page.Contains("Tried again after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Test_OfAStateThatIsRefused_SaysWhyAndKeepsTheFields()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string arn = await host.CreateAsync("Steps", Steps);

        HttpResponseMessage answer = await host.PostAsync("test", ("arn", arn), ("state", "Ask"), ("input", "{ no json"), ("mock", "result"), ("result", "{}"), ("retries", "x"));
        HttpResponseMessage input = await host.PostAsync("test", ("arn", arn), ("state", "Told"), ("input", "{ no json"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (answer.StatusCode, input.StatusCode));
        Assert.Contains("The number of retries is &#39;x&#39;", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        string page = await input.Content.ReadAsStringAsync();
        Assert.Contains("{ no json", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_FromAVisit_HoldsItsInputAndTheVariablesThatItFound()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("check-order", static _ => JsonValue.Parse("""{"result":{"id":"A-1","total":5}}"""u8)).Add("charge", static input => input).Add("reserve", static input => input).Add("ship", static input => input);
        await host.CreateAsync("Order", Samples.Order.Replace("$states.result.id", "$states.result.result.id", StringComparison.Ordinal).Replace("$states.result.total", "$states.result.result.total", StringComparison.Ordinal));
        string arn = await host.RunExecutionAsync("Order", Samples.OrderInput);

        string panel = await host.GetAsync($"/parts/state?arn={arn}&state=Charge%20card");
        string link = WebUtility.HtmlDecode(Regex.Match(panel, "href=\"(/console/test/[^\"]+)\"").Groups[1].Value);
        string page = WebUtility.HtmlDecode(await host.Client.GetStringAsync(link));

        Assert.Contains("<option value=\"Charge card\" selected>", page, StringComparison.Ordinal);
        Assert.Contains("\"orderId\": \"A-1\"", page, StringComparison.Ordinal);
        Assert.Contains("\"total\": 5", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfNoMachine_IsNotFound()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/console/test/nonsense")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("test", ("arn", "nonsense"))).StatusCode);
    }

    private static async Task<string> TestAsync(ConsoleHost host, string arn, string state, string input, params (string, string)[] more)
    {
        HttpResponseMessage answer = await host.PostAsync("test", [("arn", arn), ("state", state), ("input", input), ("level", "DEBUG"), .. more]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
