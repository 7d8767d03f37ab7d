using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Compiled.Outside.Signing;
using Compiled.Server;

namespace Server.Tests;

/// <summary>Signatures and rates.</summary>
public sealed class SecurityTests
{
    private static readonly StepFunctionsOptions s_signed = new() { AccessKeys = new Dictionary<string, string> { ["AKID"] = "secret" } };

    private static readonly byte[] s_body = Encoding.UTF8.GetBytes("""{"maxResults":10}""");

    [Fact]
    public async Task Request_SignedWithAConfiguredKey_IsTaken()
    {
        await using ApiHost api = await ApiHost.StartAsync(options: s_signed);

        using HttpResponseMessage response = await api.SendAsync(Signed(api, "AKID", "secret", TimeSpan.Zero));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(null, "secret", 0, "MissingAuthenticationTokenException")]
    [InlineData("OTHER", "secret", 0, "UnrecognizedClientException")]
    [InlineData("AKID", "wrong", 0, "InvalidSignatureException")]
    [InlineData("AKID", "secret", -6, "InvalidSignatureException")]
    [InlineData("AKID", "secret", 6, "InvalidSignatureException")]
    public async Task Request_ThatIsNotSignedSo_IsRefused(string? key, string secret, int minutes, string code)
    {
        await using ApiHost api = await ApiHost.StartAsync(options: s_signed);

        using HttpResponseMessage response = await api.SendAsync(key is null ? Request(api) : Signed(api, key, secret, TimeSpan.FromMinutes(minutes)));

        Assert.Equal((HttpStatusCode.Forbidden, code), (response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task Request_WhoseBodyOrOperationWasChangedOnTheWay_IsRefused()
    {
        await using ApiHost api = await ApiHost.StartAsync(options: s_signed);
        HttpRequestMessage changed = Signed(api, "AKID", "secret", TimeSpan.Zero), redirected = Signed(api, "AKID", "secret", TimeSpan.Zero);
        changed.Content = new ByteArrayContent("""{"maxResults":11}"""u8.ToArray());
        redirected.Headers.Remove("X-Amz-Target");
        redirected.Headers.Add("X-Amz-Target", "AWSStepFunctions.ListActivities");

        using HttpResponseMessage first = await api.SendAsync(changed), second = await api.SendAsync(redirected);

        Assert.Equal(("InvalidSignatureException", "InvalidSignatureException"), (await CodeAsync(first), await CodeAsync(second)));
    }

    [Fact]
    public async Task Requests_AboveTheRate_AreThrottled()
    {
        await using ApiHost api = await ApiHost.StartAsync(options: new StepFunctionsOptions { RequestsPerSecond = 2 });

        List<string> codes = [];
        for (int i = 0; i < 6; i++)
        {
            using HttpResponseMessage response = await api.SendAsync(Request(api));
            codes.Add(response.IsSuccessStatusCode ? "OK" : await CodeAsync(response));
            if (i == 3)
                api.Time.Advance(TimeSpan.FromSeconds(0.5));
        }

        Assert.Equal(["OK", "OK", "ThrottlingException", "ThrottlingException", "OK", "ThrottlingException"], codes);
    }

    [Theory]
    [InlineData("http://evil.example:8083", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:3000", HttpStatusCode.OK)]
    [InlineData("http://127.0.0.1", HttpStatusCode.OK)]
    public async Task Request_OfAPageOfAnotherSite_IsRefused(string origin, HttpStatusCode expected)
    {
        await using ApiHost api = await ApiHost.StartAsync(map: static app => app.MapWorkflow("/orders", "Order"));
        await api.CreateAsync("Order", Definitions.Pass, "EXPRESS");
        HttpRequestMessage call = Request(api), start = new(HttpMethod.Post, new Uri(api.Address, "/orders"));
        call.Headers.TryAddWithoutValidation("Origin", origin);
        start.Headers.TryAddWithoutValidation("Origin", origin);

        using HttpResponseMessage called = await api.SendAsync(call), started = await api.SendAsync(start);

        Assert.Equal((expected, expected), (called.StatusCode, started.StatusCode));
    }

    private static HttpRequestMessage Request(ApiHost api)
    {
        HttpRequestMessage request = new(HttpMethod.Post, api.Address) { Content = new ByteArrayContent(s_body) };
        request.Headers.Add("X-Amz-Target", "AWSStepFunctions.ListStateMachines");
        return request;
    }

    private static HttpRequestMessage Signed(ApiHost api, string key, string secret, TimeSpan drift)
    {
        HttpRequestMessage request = Request(api);
        AwsSignature.Sign(request, s_body, new AwsCredentials { AccessKeyId = key, SecretAccessKey = secret }, "us-east-1", "states", api.Time.GetUtcNow() + drift);
        return request;
    }

    private static async Task<string> CodeAsync(HttpResponseMessage response)
        => ((string)JsonNode.Parse(await response.Content.ReadAsStreamAsync())!["__type"]!).Split('#')[^1];
}
