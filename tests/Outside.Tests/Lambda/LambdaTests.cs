using Compiled.Outside.Lambda;
using Compiled.Outside.Signing;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Outside.Tests.Lambda;

/// <summary>FEATURES T-020 to T-027, E-040, E-041, E-046, E-077.</summary>
public sealed class LambdaTests
{
    private const string Arn = "arn:aws:lambda:eu-central-1:123456789012:function:Ship", Invoke = "arn:aws:states:::lambda:invoke";

    private static readonly LambdaConfiguration s_emulator = new() { Endpoint = new Uri("http://emulator:9001/") };

    [Fact]
    public async Task FunctionArn_Answer_IsTheResult()
    {
        Endpoint endpoint = new Endpoint().Answers(200, """{"ok": true}""");

        ExecutionResult result = await RunAsync(Arn, """{"a": 1}""", endpoint);

        Assert.Equal("""SUCCEEDED {"ok":true}""", result.Text());
        Asked asked = Assert.Single(endpoint.Requests);
        Assert.Equal("POST http://emulator:9001/2015-03-31/functions/Ship/invocations", $"{asked.Method} {asked.Url}");
        Assert.Equal("""{"a":1}""", asked.Body);
        Assert.Equal("RequestResponse", asked.Headers["X-Amz-Invocation-Type"]);
        Assert.Equal(
            "ExecutionStarted TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted LambdaFunctionSucceeded TaskStateExited ExecutionSucceeded",
            string.Join(' ', result.History!.Select(e => e.Type)));
    }

    [Fact]
    public async Task FunctionArn_WithAlias_SendsTheQualifier()
    {
        Endpoint endpoint = new Endpoint().Answers(200, "null");

        Assert.Equal("SUCCEEDED null", (await RunAsync(Arn + ":live", "{}", endpoint)).Text());
        Assert.Equal("http://emulator:9001/2015-03-31/functions/Ship/invocations?Qualifier=live", endpoint.Requests[0].Url);
    }

    [Fact]
    public async Task LambdaInvoke_Answer_IsWrapped()
    {
        Endpoint endpoint = new Endpoint().Answers(
            200, """{"n":2}""", "application/json", ("X-Amz-Executed-Version", "7"), ("x-amzn-RequestId", "id-1"));

        ExecutionResult result = await RunAsync(
            Invoke, """{"FunctionName": "Ship", "Qualifier": "7", "Payload": {"n": 1}, "ClientContext": "e30="}""", endpoint);

        Assert.Equal(
            """
            {"ExecutedVersion":"7","Payload":{"n":2},"SdkHttpMetadata":{"AllHttpHeaders":{"X-Amz-Executed-Version":["7"],"x-amzn-RequestId":["id-1"],"Content-Type":["application/json"],"Content-Length":["7"]},"HttpHeaders":{"X-Amz-Executed-Version":"7","x-amzn-RequestId":"id-1","Content-Type":"application/json","Content-Length":"7"},"HttpStatusCode":200},"SdkResponseMetadata":{"RequestId":"id-1"},"StatusCode":200}
            """,
            result.Output.ToString());
        Assert.Equal("http://emulator:9001/2015-03-31/functions/Ship/invocations?Qualifier=7", endpoint.Requests[0].Url);
        Assert.Equal("""{"n":1}""", endpoint.Requests[0].Body);
        Assert.Equal("e30=", endpoint.Requests[0].Headers["X-Amz-Client-Context"]);
    }

    [Theory]
    [InlineData("""{"FunctionName": "F"}""", "{}")]
    [InlineData("""{"FunctionName": "F", "Payload": null}""", "{}")]
    [InlineData("""{"FunctionName": "F", "Payload": "{\"a\":1}"}""", """{"a":1}""")]
    [InlineData("""{"FunctionName": "F", "Payload": "plain"}""", "\"plain\"")]
    public async Task LambdaInvoke_Payload_IsSentAsAwsSendsIt(string parameters, string body)
    {
        Endpoint endpoint = new Endpoint().Answers(200, "1");

        await RunAsync(Invoke, parameters, endpoint);

        Assert.Equal(body, endpoint.Requests[0].Body);
    }

    [Fact]
    public async Task LambdaInvoke_Event_GivesStatus202WithoutPayload()
    {
        Endpoint endpoint = new Endpoint().Answers(202, "", type: null, ("x-amzn-RequestId", "id-2"));

        ExecutionResult result = await RunAsync(Invoke, """{"FunctionName": "F", "InvocationType": "Event"}""", endpoint);

        Assert.Equal("Event", endpoint.Requests[0].Headers["X-Amz-Invocation-Type"]);
        Assert.True(result.Output.Get("Payload").IsMissing);
        Assert.Equal("202", result.Output.Get("StatusCode").ToString());
    }

    [Fact]
    public async Task LambdaInvoke_WithoutFunctionName_IsNotSent()
    {
        Endpoint endpoint = new();

        ExecutionResult result = await RunAsync(Invoke, """{"Payload": 1}""", endpoint);

        Assert.Equal("States.Runtime", result.Error);
        Assert.EndsWith("The Parameters '{\"Payload\":1}' could not be used to start the Task: [The field 'FunctionName' is required but was missing]", result.Cause);
        Assert.Empty(endpoint.Requests);
    }

    [Fact]
    public async Task Function_ThatFails_GivesErrorTypeAndPayload()
    {
        Endpoint endpoint = new Endpoint().Answers(
            200, """{"errorMessage": "no stock", "errorType": "OutOfStock", "requestId": "r", "stackTrace": ["a"]}""", "application/json",
            ("X-Amz-Function-Error", "Unhandled"));

        ExecutionResult result = await RunAsync(Arn, "{}", endpoint);

        Assert.Equal("""FAILED OutOfStock: {"errorMessage":"no stock","errorType":"OutOfStock","requestId":"r","stackTrace":["a"]}""", result.Text());
        Assert.Equal("LambdaFunctionFailed", result.History![^2].Type.ToString());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(502)]
    public async Task Emulator_ThatLeavesOutTheHeader_IsUnderstoodByTheShape(int status)
    {
        Endpoint endpoint = new Endpoint().Answers(status, """{"errorMessage":"no","errorType":"KeyError","stackTrace":[]}""");

        Assert.Equal("""FAILED KeyError: {"errorMessage":"no","errorType":"KeyError","stackTrace":[]}""", (await RunAsync(Arn, "{}", endpoint)).Text());
    }

    [Theory]
    [InlineData("""{"errorMessage":"no","errorType":"KeyError","order":1}""")]
    [InlineData("""{"errorMessage":"no"}""")]
    public async Task Result_ThatOnlyResemblesAnError_IsAResult(string body)
        => Assert.Equal("SUCCEEDED " + body, (await RunAsync(Arn, "{}", new Endpoint().Answers(200, body))).Text());

    [Fact]
    public async Task Result_OfTheShapeOfAnError_IsAResultWhereTheHeaderDecides()
    {
        const string Body = """{"errorMessage":"no","errorType":"KeyError"}""";

        ExecutionResult result = await RunAsync(Arn, "{}", new Endpoint().Answers(200, Body), configuration: s_emulator with { ErrorsByShape = false });

        Assert.Equal("SUCCEEDED " + Body, result.Text());
    }

    [Theory]
    [InlineData("""{"errorMessage":"Task timed out after 3.00 seconds"}""")]
    [InlineData("Task timed out after 3.00 seconds")]
    public async Task Function_WithoutErrorType_IsLambdaUnknown(string body)
    {
        Endpoint endpoint = new Endpoint().Answers(200, body, "text/plain", ("X-Amz-Function-Error", "Unhandled"));

        Assert.Equal(
            "FAILED Lambda.Unknown: The cause could not be determined because Lambda did not return an error type. Returned payload: " + body,
            (await RunAsync(Arn, "{}", endpoint)).Text());
    }

    [Theory]
    [InlineData(404, "ResourceNotFoundException:http://internal", """{"Type":"User","Message":"Function not found: A:$LATEST"}""", "Lambda.ResourceNotFoundException",
        "Function not found: A:$LATEST (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: r1; Proxy: null)")]
    [InlineData(429, "TooManyRequestsException", """{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}""", "Lambda.TooManyRequestsException",
        "Rate Exceeded. (Service: AWSLambda; Status Code: 429; Error Code: TooManyRequestsException; Request ID: r1; Proxy: null)")]
    [InlineData(403, "AccessDeniedException", """{"Message":"no"}""", "Lambda.AWSLambdaException",
        "no (Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException; Request ID: r1; Proxy: null)")]
    [InlineData(500, "ServiceException", """{"Message":"oops"}""", "Lambda.ServiceException",
        "oops (Service: AWSLambda; Status Code: 500; Error Code: ServiceException; Request ID: r1; Proxy: null)")]
    public async Task Service_ThatRefuses_IsNamedAsAwsNamesIt(int status, string type, string body, string error, string cause)
    {
        Endpoint endpoint = new Endpoint().Answers(status, body, "application/json", ("X-Amzn-ErrorType", type), ("x-amzn-RequestId", "r1"));

        Assert.Equal($"FAILED {error}: {cause}", (await RunAsync(Invoke, """{"FunctionName":"A"}""", endpoint)).Text());
    }

    [Fact]
    public async Task Service_ThatIsAway_IsSdkClientException()
    {
        LambdaConfiguration nowhere = new() { Endpoint = new Uri("http://nowhere.invalid") };

        ExecutionResult result = await Machines.RunAsync(Arn, "{}", OutsideTasks.Create(new OutsideConfiguration { Lambda = nowhere }));

        Assert.Equal("FAILED Lambda.SdkClientException: Unable to execute HTTP request: nowhere.invalid: Name or service not known", result.Text());
    }

    [Fact]
    public async Task Invocation_ThatTakesTooLong_EndsByTheExecutionsClock()
    {
        Endpoint silent = new();
        VirtualTimeProvider clock = new();

        Task<ExecutionResult> run = RunAsync(Arn, "{}", silent, clock: clock, configuration: s_emulator with { TimeoutSeconds = 3 });
        await silent.Reached.Task;
        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("FAILED Lambda.ClientExecutionTimeoutException: Client execution did not complete before the specified timeout configuration.", (await run).Text());
    }

    [Fact]
    public async Task State_ThatTimesOut_CancelsTheRequest()
    {
        Endpoint silent = new();
        VirtualTimeProvider clock = new();

        Task<ExecutionResult> run = RunAsync(Arn, "{}", silent, """ "TimeoutSeconds": 2,""", clock);
        await silent.Reached.Task;
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("FAILED States.Timeout: ", (await run).Text());
    }

    [Fact]
    public async Task Functions_WithEndpointsOfTheirOwn_GoThere()
    {
        LambdaConfiguration configuration = new()
        {
            Functions = new Dictionary<string, FunctionEndpoint>
            {
                ["Ship"] = new() { Endpoint = new Uri("http://ship:8080"), Name = "function" },
                [Arn + ":blue"] = new() { Endpoint = new Uri("http://blue:8080") },
            },
        };
        Endpoint endpoint = new Endpoint().Answers(200, "1").Answers(200, "2");

        Assert.Equal("SUCCEEDED 1", (await RunAsync(Arn, "{}", endpoint, configuration: configuration)).Text());
        Assert.Equal("SUCCEEDED 2", (await RunAsync(Arn + ":blue", "{}", endpoint, configuration: configuration)).Text());
        Assert.Equal(
            ["http://ship:8080/2015-03-31/functions/function/invocations", "http://blue:8080/2015-03-31/functions/Ship/invocations?Qualifier=blue"],
            endpoint.Requests.Select(asked => asked.Url));
    }

    [Fact]
    public async Task Function_ThatNobodyKnows_GoesOnToTheNextHandler()
    {
        LambdaConfiguration configuration = new() { Functions = new Dictionary<string, FunctionEndpoint> { ["Other"] = new() { Endpoint = new Uri("http://o") } } };
        Endpoint endpoint = new();
        OutsideTasks tasks = new(new LambdaHandler(configuration, endpoint.Client))
        {
            Otherwise = new Compiled.Tasks.TaskHandlerRegistry().Add("Ship", input => "local"),
        };

        Assert.Equal("SUCCEEDED \"local\"", (await Machines.RunAsync(Arn, "{}", tasks)).Text());
        Assert.Empty(endpoint.Requests);
    }

    [Fact]
    public async Task LambdaInvoke_WithToken_WaitsForIt()
    {
        Endpoint endpoint = new Endpoint().Answers(asked =>
        {
            Compiled.Tasks.TaskTokens.Shared.SendTaskSuccess(JsonValue.Parse(asked.Body!).Get("token").AsString(), "\"by token\"");
            return Endpoint.Response(200, "1"u8.ToArray(), "application/json");
        });

        ExecutionResult result = await RunAsync(
            Invoke + ".waitForTaskToken", "{}", endpoint, """ "Parameters": {"FunctionName": "F", "Payload": {"token.$": "$$.Task.Token"}},""");

        Assert.Equal("SUCCEEDED \"by token\"", result.Text());
    }

    [Fact]
    public async Task Invocations_ByTheHundred_GoOverRealSockets()
    {
        using System.Net.HttpListener listener = new();
        string prefix = Listen(listener);
        Task serving = Task.Run(async () =>
        {
            while (listener.IsListening)
            {
                System.Net.HttpListenerContext call;
                try
                {
                    call = await listener.GetContextAsync();
                }
                catch (Exception) when (!listener.IsListening)
                {
                    return;
                }

                await call.Request.InputStream.CopyToAsync(call.Response.OutputStream);
                call.Response.Close();
            }
        });
        using OutsideTasks tasks = OutsideTasks.Create(new OutsideConfiguration { Lambda = new LambdaConfiguration { Endpoint = new Uri(prefix) } });

        ExecutionResult[] results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Machines.RunAsync(Arn, $$"""{"n":{{i}} }""", tasks)));
        listener.Stop();
        await serving;

        Assert.Equal(Enumerable.Range(0, 100).Select(i => "SUCCEEDED {\"n\":" + i + "}"), results.Select(result => result.Text()));
    }

    // The listener has no port 0 of its own: take one that is free, and another one when somebody was quicker.
    private static string Listen(System.Net.HttpListener listener)
    {
        for (int attempt = 1; ; attempt++)
        {
            using System.Net.Sockets.TcpListener probe = new(System.Net.IPAddress.Loopback, 0);
            probe.Start();
            string prefix = $"http://127.0.0.1:{((System.Net.IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            listener.Prefixes.Clear();
            listener.Prefixes.Add(prefix);
            try
            {
                listener.Start();
                return prefix;
            }
            catch (System.Net.HttpListenerException) when (attempt < 10)
            {
                // Somebody was quicker.
            }
        }
    }

    [Fact]
    public async Task Keys_SignTheRequestForTheWholeArn()
    {
        LambdaConfiguration configuration = new()
        {
            Endpoint = new Uri("https://lambda.eu-central-1.amazonaws.com"),
            Region = "eu-central-1",
            Credentials = new AwsCredentials { AccessKeyId = "AKIDEXAMPLE", SecretAccessKey = "secret", SessionToken = "lent" },
        };
        Endpoint endpoint = new Endpoint().Answers(200, "1");

        await RunAsync(Arn, "{}", endpoint, configuration: configuration);

        Asked asked = endpoint.Requests[0];
        Assert.Equal(
            "https://lambda.eu-central-1.amazonaws.com/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-central-1%3A123456789012%3Afunction%3AShip/invocations", asked.Url);
        Assert.Equal("lent", asked.Headers["X-Amz-Security-Token"]);
        string signature = AwsSignature.Compute(
            "POST", new Uri(asked.Url).AbsolutePath, "",
            [
                new("host", "lambda.eu-central-1.amazonaws.com"), new("content-type", "application/json"), new("x-amz-date", "20240101T000000Z"),
                new("x-amz-security-token", "lent"), new("x-amz-invocation-type", "RequestResponse"),
            ],
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "20240101T000000Z", "20240101/eu-central-1/lambda/aws4_request", "secret");
        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20240101/eu-central-1/lambda/aws4_request, "
            + $"SignedHeaders=content-type;host;x-amz-date;x-amz-invocation-type;x-amz-security-token, Signature={signature}",
            asked.Headers["Authorization"]);
    }

    private static Task<ExecutionResult> RunAsync(
        string resource, string input, Endpoint endpoint, string more = "", TimeProvider? clock = null, LambdaConfiguration? configuration = null)
        => Machines.RunAsync(resource, input, new OutsideTasks(new LambdaHandler(configuration ?? s_emulator, endpoint.Client)), more, clock);
}
