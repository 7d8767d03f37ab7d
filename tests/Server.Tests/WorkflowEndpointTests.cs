using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Compiled.Server;

namespace Server.Tests;

/// <summary>Starts by HTTP requests to paths of the app's own.</summary>
public sealed class WorkflowEndpointTests : IAsyncLifetime
{
    private ApiHost _api = null!;

    public async Task InitializeAsync()
    {
        _api = await ApiHost.StartAsync(map: static app =>
        {
            app.MapWorkflow("/orders", "Order");
            app.MapWorkflow("/quotes", "Quote");
            app.MapWorkflow("/others", "Other");
        });
        await _api.CreateAsync("Order", Definitions.Wait);
        await _api.CreateAsync("Other", Definitions.Pass);
        await _api.CreateAsync("Quote", """
            {"StartAt":"Ok","States":{"Ok":{"Type":"Choice","Choices":[{"Variable":"$.ok","BooleanEquals":true,"Next":"Done"}],"Default":"Fail"},
             "Done":{"Type":"Pass","Result":{"price":5},"End":true},"Fail":{"Type":"Fail","Error":"Oops","Cause":"It broke."}}}
            """, "EXPRESS");
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Post_ToAStandardMachine_AnswersWithALinkThatTellsHowItStands()
    {
        (HttpStatusCode status, JsonNode? accepted, Uri? link) = await SendAsync(HttpMethod.Post, "/orders", """{"id":1}""");

        (_, JsonNode? running, _) = await SendAsync(HttpMethod.Get, link!.ToString());
        _api.Time.Advance(TimeSpan.FromSeconds(60));
        await _api.Server.Executions.WaitAsync((string)accepted!["executionArn"]!);
        (_, JsonNode? ended, _) = await SendAsync(HttpMethod.Get, link.ToString());
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal($"/orders/{accepted["executionArn"]}", link.ToString());
        Assert.Equal(("RUNNING", "SUCCEEDED", """{"id":1}"""), ((string?)running!["status"], (string?)ended!["status"], ended["output"]!.ToJsonString()));
    }

    [Fact]
    public async Task Post_ToAnExpressMachine_AnswersWithItsOutputOrItsError()
    {
        (HttpStatusCode good, JsonNode? output, _) = await SendAsync(HttpMethod.Post, "/quotes", """{"ok":true}""");
        (HttpStatusCode bad, JsonNode? error, _) = await SendAsync(HttpMethod.Post, "/quotes", """{"ok":false}""");

        Assert.Equal((HttpStatusCode.OK, """{"price":5}"""), (good, output!.ToJsonString()));
        Assert.Equal((HttpStatusCode.BadGateway, """{"error":"Oops","cause":"It broke."}"""), (bad, error!.ToJsonString()));
    }

    [Fact]
    public async Task Post_ToAMachineThatIsMadeAgainAsExpress_AnswersWithItsOutput()
    {
        (HttpStatusCode standard, _, _) = await SendAsync(HttpMethod.Post, "/others", """{"id":1}""");
        await _api.CallAsync("DeleteStateMachine", new JsonObject { ["stateMachineArn"] = ApiHost.Prefix + "stateMachine:Other" });
        await _api.CreateAsync("Other", Definitions.Pass, "EXPRESS");

        (HttpStatusCode express, JsonNode? output, _) = await SendAsync(HttpMethod.Post, "/others", """{"id":2}""");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK, """{"id":2}"""), (standard, express, output!.ToJsonString()));
    }

    [Fact]
    public async Task Post_WithTheSameIdempotencyKey_StartsOnce_AndIsRefusedForAnotherInput()
    {
        (_, JsonNode? first, _) = await SendAsync(HttpMethod.Post, "/orders", """{"id":1}""", "key-1");
        (HttpStatusCode again, JsonNode? second, _) = await SendAsync(HttpMethod.Post, "/orders", """{"id":1}""", "key-1");
        (HttpStatusCode other, _, _) = await SendAsync(HttpMethod.Post, "/orders", """{"id":2}""", "key-1");

        Assert.Equal(first!.ToJsonString(), second!.ToJsonString());
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Conflict), (again, other));
        Assert.EndsWith(":execution:Order:key-1", (string)first["executionArn"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_ThatCantBe_AreRefusedByStatus()
    {
        (_, JsonNode? started, _) = await SendAsync(HttpMethod.Post, "/orders", "{}");

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, "/orders", "{")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, "/orders", "{}", "a b")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(HttpMethod.Post, "/orders", $"\"{new string('x', 262_144)}\"")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, "/orders/arn:aws:states:us-east-1:123456789012:execution:Order:none")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, $"/others/{started!["executionArn"]}")).Status);
    }

    private async Task<(HttpStatusCode Status, JsonNode? Body, Uri? Location)> SendAsync(HttpMethod method, string path, string? body = null, string? key = null)
    {
        using HttpRequestMessage request = new(method, new Uri(_api.Address, path));
        if (body is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage response = await _api.SendAsync(request);
        byte[] answer = await response.Content.ReadAsByteArrayAsync();
        return (response.StatusCode, answer.Length == 0 ? null : JsonNode.Parse(answer), response.Headers.Location);
    }
}
