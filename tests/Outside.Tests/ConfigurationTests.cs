namespace Compiled.Outside.Tests;

public sealed class ConfigurationTests
{
    [Fact]
    public void Configuration_Whole_IsRead()
    {
        OutsideConfiguration read = OutsideConfiguration.Parse(
            """
            {
              // Where things are.
              "lambda": {
                "endpoint": "http://localhost:3001", "region": "eu-central-1", "timeoutSeconds": 30, "errorsByShape": true,
                "credentials": {"accessKeyId": "a", "secretAccessKey": "s"},
                "functions": {"Ship": {"endpoint": "http://localhost:9000", "name": "function"}},
              },
              "endpoints": [{"resource": "arn:aws:states:::sqs:*", "url": "http://localhost:5000/tasks", "headers": {"X-Key": "k"}, "idempotent": true}],
              "http": {
                "allowPrivateAddresses": true, "allowPlainHttp": true,
                "connections": {
                  "Stripe": {"apiKey": {"name": "X-Api-Key", "value": "v"}, "headers": {"A": "b"}},
                  "Bank": {"oAuth": {"tokenEndpoint": "https://bank/token", "clientId": "i", "clientSecret": "s", "parameters": {"scope": "pay"}}},
                  "Shop": {"basic": {"username": "u", "password": "p"}}
                }
              }
            }
            """);

        Assert.Equal("http://localhost:3001/", read.Lambda!.Endpoint!.AbsoluteUri);
        Assert.Equal("a", read.Lambda.Credentials!.AccessKeyId);
        Assert.Equal("function", read.Lambda.Functions["Ship"].Name);
        Assert.True(read.Endpoints.Single().Idempotent);
        Assert.Equal("pay", read.Http!.Connections["Bank"].OAuth!.Parameters["scope"]);
        Assert.Equal("p", read.Http.Connections["Shop"].Basic!.Password);
        using OutsideTasks tasks = OutsideTasks.Create(read);
    }

    [Theory]
    [InlineData("[]", "$: ")]
    [InlineData("""{"lamda": {}}""", "$.lamda: ")]
    [InlineData("""{"lambda": {}}""", "$.lambda: Neither 'endpoint' nor 'functions' says where a function is.")]
    [InlineData("""{"lambda": {"endpoint": "localhost:3001"}}""", "$.lambda.endpoint: 'localhost:3001' is no URL; expected 'http://...' or 'https://...'.")]
    [InlineData("""{"lambda": {"endpoint": "http://a", "timeoutSeconds": 0}}""", "$.lambda.timeoutSeconds: 0 is no timeout; expected more than 0 and at most 99999999 seconds.")]
    [InlineData("""{"endpoints": [{"resource": "a"}]}""", "$.endpoints[0]: ")]
    [InlineData("""{"endpoints": [{"resource": "", "url": "http://a"}]}""", "$.endpoints[0].resource: The text is missing or empty.")]
    [InlineData("""{"http": {"connections": {"A": {}}}}""", "$.http.connections['A']: The connection has 0 of 'basic', 'apiKey' and 'oAuth'; expected exactly one.")]
    [InlineData("""{"http": {"connections": {"A": {"oAuth": {"tokenEndpoint": "https://a", "clientId": "i", "clientSecret": "s", "method": "HEAD"}}}}}""",
        "$.http.connections['A'].oAuth.method: 'HEAD' is no method for tokens; expected POST, PUT or GET.")]
    public void Configuration_ThatCannotBeUsed_SaysWhere(string json, string message)
    {
        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => OutsideConfiguration.Parse(json));

        Assert.StartsWith(message, refused.Message);
    }
}
