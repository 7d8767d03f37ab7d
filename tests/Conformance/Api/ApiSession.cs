using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Corpus;

namespace Conformance.Api;

/// <summary>A case's calls, in the name of the account that it was recorded in.</summary>
internal sealed class ApiSession(ApiClient client, AslCase item, CancellationToken cancellationToken)
{
    private const string DefaultRole = "arn:aws:iam::123456789012:role/conformance";

    private readonly string[] _arn = (item.ExecutionArn ?? "arn:aws:states:us-east-1:123456789012:execution:StateMachine:execution").Split(':');

    public string Region => _arn[3];

    public string Account => _arn[4];

    /// <summary>The machine's name, as it was recorded.</summary>
    public string MachineName => item.StateMachineName ?? _arn[6];

    public Task<(bool IsRefused, JsonElement Answer)> SendAsync(string operation, JsonObject request) => client.SendAsync(operation, request, Account, Region, cancellationToken);

    public Task<JsonElement> CallAsync(string operation, JsonObject request) => client.CallAsync(operation, request, Account, Region, cancellationToken);

    /// <summary>What creates the case's machine.</summary>
    public JsonObject Creation(string? roleArn, string? name = null) => new()
    {
        ["name"] = name ?? MachineName,
        ["definition"] = item.DefinitionText,
        ["roleArn"] = roleArn?.StartsWith("arn:", StringComparison.Ordinal) == true ? roleArn : DefaultRole,
        ["type"] = item.MachineType,
    };

    /// <summary>All events of an execution, an array.</summary>
    public async Task<JsonElement> EventsAsync(string executionArn)
    {
        List<string> events = [];
        string? token = null;
        do
        {
            JsonElement page = await CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = executionArn, ["maxResults"] = 1000, ["nextToken"] = token }).ConfigureAwait(false);
            events.AddRange(page.GetProperty("events").EnumerateArray().Select(static item => item.GetRawText()));
            token = page.TryGetProperty("nextToken", out JsonElement next) ? next.GetString() : null;
        }
        while (token is not null);

        return JsonElement.Parse($"[{string.Join(',', events)}]");
    }
}
