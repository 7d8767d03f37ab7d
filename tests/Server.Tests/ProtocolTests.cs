using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>What every request and answer has in common. FEATURES P-001 to P-018.</summary>
public sealed class ProtocolTests : IAsyncLifetime
{
    private const string List = "AWSStepFunctions.ListStateMachines", Create = "AWSStepFunctions.CreateActivity";

    private ApiHost _api = null!;

    public async Task InitializeAsync() => _api = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Answer_HasAwsContentType_AndARequestIdOfItsOwn()
    {
        using HttpResponseMessage first = await _api.PostAsync(List, "{}"u8.ToArray()), second = await _api.PostAsync(List, "{}"u8.ToArray());

        Assert.Equal((HttpStatusCode.OK, "application/x-amz-json-1.0"), (first.StatusCode, first.Content.Headers.ContentType?.ToString()));
        Assert.Equal("""{"stateMachines":[]}""", await first.Content.ReadAsStringAsync());
        Assert.True(Guid.TryParseExact(Id(first), "D", out _), Id(first));
        Assert.NotEqual(Id(first), Id(second));
    }

    [Fact]
    public async Task Error_HasStatus400_TypeMessageAndHeader()
    {
        using HttpResponseMessage response = await _api.PostAsync("AWSStepFunctions.DescribeActivity", """{"activityArn":"x"}"""u8.ToArray());

        Assert.Equal((HttpStatusCode.BadRequest, "application/x-amz-json-1.0"), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.Equal("""{"__type":"com.amazonaws.swf.service.v2.model#InvalidArn","message":"Invalid Arn: 'Invalid ARN prefix: x'"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("InvalidArn", response.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.True(Guid.TryParseExact(Id(response), "D", out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ListStateMachines")]
    [InlineData("AWSStepFunctions.")]
    [InlineData("AWSStepFunctions.listStateMachines")]
    [InlineData("AWSStepFunctions.DropEverything")]
    [InlineData("DynamoDB_20120810.ListTables")]
    public async Task Target_ThatIsUnknown_IsRefused(string? target)
    {
        using HttpResponseMessage response = await _api.PostAsync(target, "{}"u8.ToArray());

        Assert.Equal((HttpStatusCode.BadRequest, "com.amazon.coral.service#UnknownOperationException"), (response.StatusCode, await TypeAsync(response)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("not JSON")]
    [InlineData("{\"name\":\"a\",}")]
    [InlineData("{\"name\":7}")]
    [InlineData("{\"name\":[\"a\"]}")]
    [InlineData("{\"name\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1,\"name\":\"a\"}")]
    [InlineData("{\"name\":\"a\",\"tags\":\"b\"}")]
    public async Task Body_ThatIsNoJsonObject_OrOfWrongTypes_CannotBeRead(string body)
    {
        using HttpResponseMessage response = await _api.PostAsync(Create, Encoding.UTF8.GetBytes(body));

        Assert.Equal((HttpStatusCode.BadRequest, "com.amazon.coral.service#SerializationException"), (response.StatusCode, await TypeAsync(response)));
    }

    [Fact]
    public async Task Body_ThatIsNoUtf8_CannotBeRead()
    {
        using HttpResponseMessage response = await _api.PostAsync(Create, [.. "{\"name\":\""u8, 0xC3, .. "\"}"u8]);

        Assert.Equal("com.amazon.coral.service#SerializationException", await TypeAsync(response));
    }

    [Fact]
    public async Task Body_ThatIsEmpty_IsAnEmptyObject()
    {
        using HttpResponseMessage response = await _api.PostAsync(List, []);

        Assert.Equal("""{"stateMachines":[]}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Members_ThatAreUnknownOrNull_AreAsIfNotThere()
    {
        using HttpResponseMessage response = await _api.PostAsync(List, """{"nextToken":null,"colour":{"a":[1,2]}}"""u8.ToArray());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Body_OfOneMebibyte_IsTaken_AndOneByteMoreIsNot()
    {
        byte[] largest = Encoding.UTF8.GetBytes("{\"x\":\"" + new string('a', (1024 * 1024) - 8) + "\"}");
        using HttpResponseMessage taken = await _api.PostAsync(List, largest), refused = await _api.PostAsync(List, [.. largest, (byte)' ']);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "com.amazon.coral.service#RequestEntityTooLargeException"), (refused.StatusCode, await TypeAsync(refused)));
    }

    [Fact]
    public async Task Name_OfDeepNesting_CannotBeRead()
    {
        using HttpResponseMessage response = await _api.PostAsync(Create, Encoding.UTF8.GetBytes("{\"name\":" + new string('[', 100_000)));

        Assert.Equal("com.amazon.coral.service#SerializationException", await TypeAsync(response));
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20261126/eu-west-1/states/aws4_request, SignedHeaders=host, Signature=00", "arn:aws:states:eu-west-1:123456789012:activity:a")]
    [InlineData("AWS4-HMAC-SHA256 Credential=210987654321/20261126/eu-west-1/states/aws4_request, SignedHeaders=host, Signature=00", "arn:aws:states:eu-west-1:210987654321:activity:a")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID", "arn:aws:states:us-east-1:123456789012:activity:a")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/x/a:b/states/aws4_request", "arn:aws:states:us-east-1:123456789012:activity:a")]
    [InlineData("Basic YTpi", "arn:aws:states:us-east-1:123456789012:activity:a")]
    public async Task Arns_HaveRegionAndAccountOfTheCredentialScope(string authorization, string arn)
    {
        using HttpResponseMessage response = await _api.PostAsync(Create, """{"name":"a"}"""u8.ToArray(), ("Authorization", authorization));

        Assert.Equal(arn, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["activityArn"]);
    }

    [Fact]
    public async Task Lists_AreThoseOfTheCallersRegionAndAccount()
    {
        const string Elsewhere = "AWS4-HMAC-SHA256 Credential=AKID/20261126/eu-west-1/states/aws4_request";
        await _api.CallAsync("CreateActivity", new JsonObject { ["name"] = "here" });
        using HttpResponseMessage created = await _api.PostAsync(Create, """{"name":"there"}"""u8.ToArray(), ("Authorization", Elsewhere));
        using HttpResponseMessage listed = await _api.PostAsync("AWSStepFunctions.ListActivities", "{}"u8.ToArray(), ("Authorization", Elsewhere));

        Assert.Equal("there", (string?)JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["activities"]!.AsArray().Single()!["name"]);
        Assert.Equal("here", (string?)(await _api.CallAsync("ListActivities"))["activities"]!.AsArray().Single()!["name"]);
    }

    [Theory]
    [InlineData("sync-localhost:8083")]
    [InlineData("sync-states.us-east-1.amazonaws.com")]
    [InlineData("states.example")]
    public async Task Host_MayBeAny(string host)
    {
        using HttpResponseMessage response = await _api.PostAsync(List, "{}"u8.ToArray(), ("Host", host));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Dates_AreSecondsWithMilliseconds()
    {
        _api.Time.Advance(TimeSpan.FromMilliseconds(123.4));
        (_, JsonObject created) = await _api.SendAsync("CreateActivity", """{"name":"a"}""");

        Assert.Equal("1795694400.123", created["creationDate"]!.ToJsonString());
    }

    [Fact]
    public async Task Violations_OfSeveralMembers_AreToldTogether()
        => Assert.Equal(
            ("ValidationException", "2 validation errors detected: Value '-1' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 0; "
                + "Value '' at 'nextToken' failed to satisfy constraint: Member must have length greater than or equal to 1"),
            await _api.RefuseAsync("ListActivities", new JsonObject { ["maxResults"] = -1, ["nextToken"] = "" }));

    [Theory]
    [InlineData("abc")]
    [InlineData("????")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task NextToken_ThatIsNone_IsInvalid(string token)
        => Assert.Equal(("InvalidToken", "Invalid Token: 'Invalid token'"), await _api.RefuseAsync("ListActivities", new JsonObject { ["nextToken"] = token }));

    [Fact]
    public async Task NextToken_ThatIsTooLong_BreaksItsRule()
    {
        await _api.CreateAsync("Order", Definitions.Pass);
        Assert.EndsWith("Member must have length less than or equal to 1024", (await _api.RefuseAsync("ListActivities", new JsonObject { ["nextToken"] = new string('a', 1025) })).Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "Member must have length less than or equal to 3096",
            (await _api.RefuseAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = ApiHost.Prefix + "stateMachine:Order", ["nextToken"] = new string('a', 3097) })).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a\u0000")]
    [InlineData("a\u0085")]
    [InlineData("a\uFFFE")]
    [InlineData("a😀")]
    [InlineData("<a>")]
    [InlineData("a*")]
    [InlineData("a\"")]
    [InlineData("a\\")]
    public async Task Name_WithAForbiddenCharacter_IsRefused(string name)
        => Assert.Equal(("InvalidName", $"Invalid Name: '{name}'"), await _api.RefuseAsync("CreateActivity", new JsonObject { ["name"] = name }));

    [Theory]
    [InlineData("a-b_c.d(e)'f!@+=é")]
    [InlineData("0")]
    public async Task Name_OfOtherCharacters_IsTaken(string name)
        => Assert.Equal(ApiHost.Prefix + "activity:" + name, (string?)(await _api.CallAsync("CreateActivity", new JsonObject { ["name"] = name }))["activityArn"]);

    [Fact]
    public async Task Name_Of81Characters_BreaksItsRule()
        => Assert.EndsWith("at 'name' failed to satisfy constraint: Member must have length less than or equal to 80", (await _api.RefuseAsync("CreateActivity", new JsonObject { ["name"] = new string('a', 81) })).Message, StringComparison.Ordinal);

    private static string Id(HttpResponseMessage response) => response.Headers.GetValues("x-amzn-RequestId").Single();

    private static async Task<string?> TypeAsync(HttpResponseMessage response) => (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["__type"];
}
