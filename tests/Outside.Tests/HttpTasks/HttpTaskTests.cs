using System.Text;
using Compiled.Outside.HttpTasks;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Outside.Tests.HttpTasks;

/// <summary>FEATURES T-110 to T-114, E-076.</summary>
public sealed class HttpTaskTests
{
    private const string Arn = "arn:aws:events:us-east-1:123456789012:connection/Shop/81210c42-8af1-456b-9c4a-6ff02fc664ac";

    private static readonly HttpTaskConfiguration s_shop = new()
    {
        Connections = new Dictionary<string, HttpConnection> { ["Shop"] = new() { Basic = new BasicAuthorization { Username = "u", Password = "p" } } },
    };

    [Fact]
    public async Task Request_OfAState_IsSentWithItsConnection()
    {
        Endpoint endpoint = new Endpoint().Answers(200, """{"id": 1}""", "application/json; charset=utf-8", ("X-Trace", "a"), ("X-Trace", "b"));

        ExecutionResult result = await RunAsync(
            $$"""
            {"ApiEndpoint": "https://api.shop/v1/orders?x=1", "Method": "POST", "InvocationConfig": {"ConnectionArn": "{{Arn}}"},
             "Headers": {"X-Caller": "me", "X-Many": ["1", "2"]}, "QueryParameters": {"a b": "c&d", "n": 2, "many": ["p", "q"]}, "RequestBody": {"sku": "s"} }
            """,
            endpoint);

        Assert.Equal(
            """{"Headers":{"x-trace":["a","b"],"content-type":["application/json; charset=utf-8"],"content-length":["9"]},"ResponseBody":{"id":1},"StatusCode":200,"StatusText":"OK"}""",
            result.Output.ToString());
        Asked asked = Assert.Single(endpoint.Requests);
        Assert.Equal("POST https://api.shop/v1/orders?x=1&a%20b=c%26d&n=2&many=p&many=q", $"{asked.Method} {asked.Url}");
        Assert.Equal("""{"sku":"s"}""", asked.Body);
        Assert.Equal("Basic dTpw", asked.Headers["Authorization"]);
        Assert.Equal("me", asked.Headers["X-Caller"]);
        Assert.Equal("1|2", asked.Headers["X-Many"]);
        Assert.Equal("application/json; charset=UTF-8", asked.Headers["Content-Type"]);
        Assert.Equal("bytes=0-262144", asked.Headers["Range"]);
        Assert.Equal("Amazon|StepFunctions|HttpInvoke|us-east-1", asked.Headers["User-Agent"]);
        Assert.Equal("TaskScheduled TaskStarted TaskSucceeded", string.Join(' ', result.History!.Select(e => e.Type.ToString()).Where(type => type is "TaskScheduled" or "TaskStarted" or "TaskSucceeded")));
    }

    [Theory]
    [InlineData("", "array[0]=a%20b&array[1]=c&o[k]=1")]
    [InlineData("INDICES", "array[0]=a%20b&array[1]=c&o[k]=1")]
    [InlineData("REPEAT", "array=a%20b&array=c&o[k]=1")]
    [InlineData("COMMAS", "array=a%20b,c&o[k]=1")]
    [InlineData("BRACKETS", "array[]=a%20b&array[]=c&o[k]=1")]
    [InlineData("NONE", "array=%5B%22a%20b%22%2C%22c%22%5D&o[k]=1")]
    public async Task RequestBody_UrlEncoded_WritesArraysByFormat(string format, string body)
    {
        Endpoint endpoint = new Endpoint().Answers(200, "{}");
        string options = format.Length == 0 ? "" : $$""", "RequestEncodingOptions": {"ArrayFormat": "{{format}}"}""";

        await RunAsync(
            $$"""
            {"ApiEndpoint": "https://a", "Method": "POST", "Authentication": {"ConnectionArn": "{{Arn}}"}, "RequestBody": {"array": ["a b", "c"], "o": {"k": 1} },
             "Transform": {"RequestBodyEncoding": "URL_ENCODED" {{options}} } }
            """,
            endpoint);

        Assert.Equal(body, endpoint.Requests[0].Body);
        Assert.Equal("application/x-www-form-urlencoded", endpoint.Requests[0].Headers["Content-Type"]);
    }

    [Theory]
    [InlineData(404, """{"message":"no"}""", """FAILED States.Http.StatusCode.404: {"message":"no"}""")]
    [InlineData(503, "", "FAILED States.Http.StatusCode.503: Service Unavailable")]
    [InlineData(302, "moved", "FAILED States.Http.StatusCode.302: moved")]
    public async Task Status_ThatIsNot2xx_IsItsError(int status, string body, string expected)
        => Assert.Equal(expected, (await GetAsync(new Endpoint().Answers(status, body))).Text());

    [Theory]
    [InlineData("text/plain", "{}", "\"{}\"")]
    [InlineData("application/problem+json", "[1]", "[1]")]
    [InlineData("application/json", "no json", "\"no json\"")]
    [InlineData(null, "", "\"\"")]
    public async Task ResponseBody_IsJson_WhenItsTypeSaysSo(string? type, string body, string expected)
        => Assert.Equal(expected, (await GetAsync(new Endpoint().Answers(200, body, type))).Output.Get("ResponseBody").ToString());

    [Fact]
    public async Task ResponseBody_InLatin1_IsRead()
    {
        Endpoint endpoint = new Endpoint().Answers(_ => Endpoint.Response(200, [0xE4], "text/plain; charset=ISO-8859-1"));

        Assert.Equal("\"ä\"", (await GetAsync(endpoint)).Output.Get("ResponseBody").ToString());
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain")]
    public async Task ResponseBody_ThatIsNoText_EndsTheExecution(string type)
        => Assert.Equal("States.Runtime", (await GetAsync(new Endpoint().Answers(_ => Endpoint.Response(200, [0xFF, 0xFE], type)))).Error);

    [Theory]
    [InlineData("""{"Method": "GET"}""", "The field 'ApiEndpoint' is required but was missing")]
    [InlineData("""{"ApiEndpoint": "https://a"}""", "The field 'Method' is required but was missing")]
    [InlineData("""{"ApiEndpoint": "https://a", "Method": "TRACE"}""", "The value of the field 'Method' has an invalid format")]
    [InlineData("""{"ApiEndpoint": "ftp://a", "Method": "GET"}""", "The value of the field 'ApiEndpoint' has an invalid format")]
    [InlineData("""{"ApiEndpoint": "https://u:p@a", "Method": "GET"}""", "The value of the field 'ApiEndpoint' has an invalid format")]
    [InlineData("""{"ApiEndpoint": "http://a", "Method": "GET"}""", "The value of the field 'ApiEndpoint' must be an https URL")]
    [InlineData("""{"ApiEndpoint": "https://a", "Method": "GET", "Headers": 3}""", "The value of the field 'Headers' has an invalid format")]
    [InlineData("""{"ApiEndpoint": "https://a", "Method": "GET", "Headers": {"Host": "b"}}""", "The header 'Host' can't be set by a state")]
    [InlineData("""{"ApiEndpoint": "https://a", "Method": "GET", "Headers": {"if-match": "b"}}""", "The header 'if-match' can't be set by a state")]
    [InlineData("""{"ApiEndpoint": "https://a", "Method": "GET", "Headers": {"X-Amzn-Trace-Id": "b"}}""", "The header 'X-Amzn-Trace-Id' can't be set by a state")]
    [InlineData("""{"ApiEndpoint": "https://a", "Method": "GET", "Transform": {"RequestBodyEncoding": "XML"}}""", "The value of the field 'RequestBodyEncoding' has an invalid format")]
    [InlineData("""{"ApiEndpoint": "https://a", "Method": "GET"}""", "The field 'ConnectionArn' is required but was missing")]
    public async Task Parameters_ThatCannotBeUsed_AreNotSent(string parameters, string reason)
    {
        Endpoint endpoint = new();

        ExecutionResult result = await RunAsync(parameters, endpoint);

        Assert.Equal("States.Runtime", result.Error);
        Assert.EndsWith($"could not be used to start the Task: [{reason}]", result.Cause);
        Assert.Empty(endpoint.Requests);
    }

    [Fact]
    public async Task Connection_ThatIsNotListed_IsAnError()
        => Assert.Equal(
            "FAILED Events.ConnectionResource.ResourceNotFound: Connection 'arn:x:connection/Other/1' does not exist.",
            (await RunAsync("""{"ApiEndpoint": "https://a", "Method": "GET", "Authentication": {"ConnectionArn": "arn:x:connection/Other/1"}}""", new Endpoint())).Text());

    [Fact]
    public async Task Connection_AddsToTheRequest_AndWins()
    {
        HttpTaskConfiguration configuration = Connected(new HttpConnection
        {
            ApiKey = new ApiKeyAuthorization { Name = "X-Api-Key", Value = "secret" },
            Headers = new Dictionary<string, string> { ["x-caller"] = "connection" },
            QueryParameters = new Dictionary<string, string> { ["q"] = "theirs" },
            Body = new Dictionary<string, string> { ["b"] = "added" },
        });
        Endpoint endpoint = new Endpoint().Answers(200, "1");
        List<HttpExchange> seen = [];

        await RunAsync(
            $$"""{"ApiEndpoint": "https://a/", "Method": "PUT", "Authentication": {"ConnectionArn": "{{Arn}}"}, "Headers": {"X-Caller": "state"}, "QueryParameters": {"q": "ours"}, "RequestBody": {"a": 1} }""",
            endpoint, configuration, exchanged: (_, exchange) => seen.Add(exchange));

        Asked asked = endpoint.Requests[0];
        Assert.Equal("https://a/?q=theirs", asked.Url);
        Assert.Equal("connection secret", $"{asked.Headers["X-Caller"]} {asked.Headers["X-Api-Key"]}");
        Assert.Equal("""{"a":1,"b":"added"}""", asked.Body);
        HttpExchange exchange = Assert.Single(seen);
        Assert.Equal("https://a/?q=%5BHIDDEN%5D", exchange.Request.Url);
        Assert.Equal(
            "[User-Agent: Amazon|StepFunctions|HttpInvoke|us-east-1, Range: bytes=0-262144, x-caller: [HIDDEN], X-Api-Key: [HIDDEN], Content-Type: application/json; charset=UTF-8]",
            exchange.Request.Headers);
        Assert.Contains("X-Api-Key: secret", exchange.Request.RevealedHeaders);
        Assert.Equal("""{"a":1,"b":"[HIDDEN]"}""", exchange.Request.Body);
        Assert.Equal(
            new HttpExchangeResponse { Protocol = "https", StatusCode = "200", StatusMessage = "OK", Headers = "[content-type: application/json, content-length: 1]", Body = "1" },
            exchange.Response);
    }

    [Fact]
    public async Task OAuth_Token_IsFetchedOnceAndKeptWhileItIsGood()
    {
        VirtualTimeProvider clock = new();
        Endpoint api = new Endpoint().Answers(200, "1").Answers(200, "2").Answers(200, "3");
        Endpoint tokens = new Endpoint().Answers(200, """{"access_token":"t1","token_type":"bearer","expires_in":360}""").Answers(200, """{"access_token":"t2"}""");
        HttpTaskHandler handler = new(Bank(), api.Client, tokens.Client);

        await RunAsync(handler, clock);
        await RunAsync(handler, clock);
        clock.Advance(TimeSpan.FromSeconds(300));
        await RunAsync(handler, clock);

        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t2"], api.Requests.Select(asked => asked.Headers["Authorization"]));
        Assert.Equal(2, tokens.Requests.Count);
        Asked asked = tokens.Requests[0];
        Assert.Equal("POST https://bank/token", $"{asked.Method} {asked.Url}");
        Assert.Equal("grant_type=client_credentials&scope=pay%20all", asked.Body);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("id:s%20s")), asked.Headers["Authorization"]);
    }

    [Fact]
    public async Task OAuth_TokenThatIsRefused_IsFetchedAgainOnce()
    {
        Endpoint api = new Endpoint().Answers(401).Answers(401, "still");
        Endpoint tokens = new Endpoint().Answers(200, """{"access_token":"t1"}""").Answers(200, """{"access_token":"t2"}""");

        ExecutionResult result = await RunAsync(new HttpTaskHandler(Bank(), api.Client, tokens.Client), new VirtualTimeProvider());

        Assert.Equal("FAILED States.Http.StatusCode.401: still", result.Text());
        Assert.Equal(["Bearer t1", "Bearer t2"], api.Requests.Select(asked => asked.Headers["Authorization"]));
    }

    [Fact]
    public async Task OAuth_WithoutToken_IsAnErrorOfTheConnection()
        => Assert.Equal(
            "FAILED Events.ConnectionResource.InvalidConnectionState: https://bank/token answered 400 Bad Request without an access_token.",
            (await RunAsync(new HttpTaskHandler(Bank(), new Endpoint().Client, new Endpoint().Answers(400, """{"error":"invalid_client"}""").Client), new VirtualTimeProvider())).Text());

    [Fact]
    public async Task Answer_ThatDoesNotComeWithinAMinute_IsASocketError()
    {
        Endpoint silent = new();
        VirtualTimeProvider clock = new();

        Task<ExecutionResult> run = GetAsync(silent, clock);
        await silent.Reached.Task;
        clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("FAILED States.Http.Socket: The request did not end in time.", (await run).Text());
    }

    private static HttpTaskConfiguration Connected(HttpConnection connection) => new() { Connections = new Dictionary<string, HttpConnection> { [Arn] = connection } };

    private static HttpTaskConfiguration Bank() => Connected(new HttpConnection
    {
        OAuth = new OAuthAuthorization
        {
            TokenEndpoint = new Uri("https://bank/token"),
            ClientId = "id",
            ClientSecret = "s s",
            Parameters = new Dictionary<string, string> { ["scope"] = "pay all" },
        },
    });

    private static Task<ExecutionResult> GetAsync(Endpoint endpoint, TimeProvider? clock = null)
        => RunAsync(new HttpTaskHandler(s_shop, endpoint.Client), clock);

    private static Task<ExecutionResult> RunAsync(HttpTaskHandler handler, TimeProvider? clock)
        => Machines.RunAsync(
            "arn:aws:states:::http:invoke", $$"""{"ApiEndpoint": "https://a", "Method": "GET", "Authentication": {"ConnectionArn": "{{Arn}}"} }""", new OutsideTasks(handler), clock: clock);

    private static Task<ExecutionResult> RunAsync(
        string parameters, Endpoint endpoint, HttpTaskConfiguration? configuration = null, Action<TaskContext, HttpExchange>? exchanged = null)
        => Machines.RunAsync("arn:aws:states:::http:invoke", parameters, new OutsideTasks(new HttpTaskHandler(configuration ?? s_shop, endpoint.Client) { Exchanged = exchanged }));
}
