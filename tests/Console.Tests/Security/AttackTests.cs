using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Compiled;
using Compiled.Values;
using Compiled.WebConsole;
using Console.Tests.Host;

namespace Console.Tests.Security;

/// <summary>Names, inputs, outputs, errors and addresses that want to be markup or to come from elsewhere.</summary>
public sealed class AttackTests
{
    private const string Attack = "\"'><script>a()</script><img src=x onerror=a()><a href=javascript:a()>";

    private static readonly string[] s_pages =
    [
        "/", "/executions", "/activities", "/create?copy={machine}", "/machines/{machine}", "/machines/{machine}?tab=definition", "/machines/{machine}?tab=versions", "/machines/{machine}?tab=aliases",
        "/machines/{machine}?tab=tags", "/machines/{machine}?name={attack}&from={attack}&since={attack}&status={attack}", "/?q={attack}", "/edit/{machine}", "/start/{machine}?like={execution}",
        "/executions/{execution}", "/executions/{execution}?view=table", "/executions/{execution}?view=events&of={attack}&kind={attack}", "/executions/{execution}?view=data",
        "/executions/{execution}?view=definition", "/executions/{execution}?state={attack}", "/executions/{execution}?visit=0&tab=retry&pick={attack}:1", "/executions/{attack}", "/machines/{attack}",
        "/parts/state?arn={execution}&visit=0&tab=variables", "/parts/state?arn={execution}&visit=0&tab=details", "/parts/state?arn={execution}&visit=0&tab=definition", "/parts/state?arn={execution}&visit=0&tab=events",
        "/parts/event?arn={execution}&id=4", "/parts/event?arn={execution}&id=5", "/parts/graph?arn={execution}&pick={attack}:3", "/parts/table?arn={execution}&open={attack}", "/parts/head?arn={execution}",
    ];

    [Fact]
    public async Task Pages_OfHostileTexts_HoldNoneOfThemAsMarkup()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string quoted = JsonEncodedText.Encode(Attack).ToString();
        host.Handlers.Add("work", static input => JsonValue.Failure(new Fault(Attack, Attack)));
        string machine = await host.CreateAsync("Hostile", $$$"""
            {"Comment": "{{{quoted}}}", "StartAt": "{{{quoted}}}", "States": {
                "{{{quoted}}}": {"Type": "Task", "Comment": "{{{quoted}}}", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work",
                    "Catch": [{"ErrorEquals": ["{{{quoted}}}"], "Next": "2 {{{quoted}}}"}], "Assign": {"x": "{{{quoted}}}"}, "End": true},
                "2 {{{quoted}}}": {"Type": "Fail", "Error": "{{{quoted}}}", "Cause": "{{{quoted}}}"} } }
            """);
        host.Machines.Change(machine, static known => known with
        {
            RoleArn = Attack,
            RevisionId = Attack,
            Versions = [new ConsoleVersion(known.Row.Arn + ":" + Attack, DateTimeOffset.UnixEpoch, Attack)],
            Aliases = [new ConsoleAlias(known.Row.Arn + ":" + Attack, DateTimeOffset.UnixEpoch, Attack, [new(known.Row.Arn + ":" + Attack, 100)])],
            Tags = [new(Attack, Attack)],
        });
        await host.Executions.CreateActivityAsync("arn:aws:states:us-east-1:123456789012:activity:" + Attack);
        string execution = await host.RunExecutionAsync("Hostile", $$"""{"{{quoted}}": "{{quoted}}"}""");

        foreach (string page in s_pages)
        {
            string path = page.Replace("{machine}", machine, StringComparison.Ordinal).Replace("{execution}", execution, StringComparison.Ordinal)
                .Replace("{attack}", Uri.EscapeDataString(Attack), StringComparison.Ordinal);
            HttpResponseMessage answer = await host.Client.GetAsync("/console" + path);
            string text = await answer.Content.ReadAsStringAsync();

            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
            // Nothing but the two files of the console's own, no handlers, no addresses that are code.
            Assert.All(Regex.Matches(text, "<script[^>]*>"), static match => Assert.Matches("^<script (type=\"module\" )?src=\"/console/assets/", match.Value));
            Assert.DoesNotMatch("<img|<[a-z][^>]*\\son[a-z]+=", StripQuoted(text));
            Assert.All(Regex.Matches(text, "<[a-z][^>]*?\\s(href|src|action|formaction)=\"([^\"]*)\""), static match => Assert.Matches("^(/console/|#)", match.Groups[2].Value));
        }
    }

    [Fact]
    public async Task Checks_OfHostileTexts_HoldNoneOfThemAsMarkup()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        using StringContent definition = new($$$"""{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "{{{JsonEncodedText.Encode(Attack)}}}"}, "{{{JsonEncodedText.Encode(Attack)}}}": {"Type": "{{{JsonEncodedText.Encode(Attack)}}}"} } }""");
        HttpResponseMessage answer = await host.Client.PostAsync("/console/check/definition", definition);
        using JsonDocument judged = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.DoesNotMatch("<img|<script", judged.RootElement.GetProperty("list").GetString());
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Answers_Headers_AllowNothingButTheConsolesOwn()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        HttpResponseMessage answer = await host.Client.GetAsync("/console/");

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(("nosniff", "same-origin"), (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.SeeOther)]
    [InlineData("X-Nothing", "said", HttpStatusCode.Forbidden)]
    public async Task Deed_FromElsewhere_IsRefused(string header, string value, HttpStatusCode expected)
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string machine = await host.CreateAsync("Greeting", Samples.Greeting);
        host.Client.DefaultRequestHeaders.Clear();
        host.Client.DefaultRequestHeaders.Add(header, value);
        using FormUrlEncodedContent form = new([KeyValuePair.Create("arn", machine)]);

        HttpResponseMessage answer = await host.Client.PostAsync("/console/do/delete", form);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.SeeOther, await host.Machines.FindAsync(machine) is null);
    }

    [Fact]
    public async Task Deed_ByGet_IsNone()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        foreach (string deed in new[] { "create", "update", "delete", "publish", "start", "stop", "redrive" })
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.Client.GetAsync("/console/do/" + deed + "?arn=x")).StatusCode);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("console.example", HttpStatusCode.OK)]
    [InlineData("rebound.example", HttpStatusCode.MisdirectedRequest)]
    public async Task Request_UnderAStrangeHostName_IsRefused(string name, HttpStatusCode expected)
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync(new ConsoleOptions { HostNames = ["console.example"] });
        host.Client.DefaultRequestHeaders.Host = name;

        Assert.Equal(expected, (await host.Client.GetAsync("/console/")).StatusCode);
    }

    [Fact]
    public async Task Request_WithoutTheToken_IsRefusedAndWithItGetsACookie()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync(new ConsoleOptions { Token = "open sesame" });

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.GetAsync("/console/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.GetAsync("/console/?token=wrong")).StatusCode);
        HttpResponseMessage admitted = await host.Client.GetAsync("/console/?token=open%20sesame");
        Assert.Equal(HttpStatusCode.OK, admitted.StatusCode);
        Assert.Contains("httponly", admitted.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/console/executions")).StatusCode);
    }

    // What stands in quotes can't leave them: the encoder leaves no quote in it.
    private static string StripQuoted(string html) => Regex.Replace(html, "=\"[^\"]*\"", "=\"\"");
}
