using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Comparing;
using Conformance.Corpus;
using Conformance.Running;

namespace Conformance.Api;

/// <summary>A case on a server elsewhere, on whose clock and outside world the harness has no hold.</summary>
internal sealed class RemoteCase(ApiClient client, AslCase item, CancellationToken cancellationToken)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60), s_pause = TimeSpan.FromMilliseconds(10);

    public ApiSession Session { get; } = new(client, item, cancellationToken);

    /// <summary>Why the case can't be run on a server whose outside world isn't the case's; null when it can.</summary>
    public static string? Reason(AslCase item)
    {
        if (item.Tasks.ValueKind == JsonValueKind.Object && item.Tasks.EnumerateObject().Any())
            return "The case says what its tasks do; --endpoint self can do that.";
        if (item.Objects.ValueKind == JsonValueKind.Object || item.StateMachines.ValueKind == JsonValueKind.Object)
            return "The case has objects or machines of its own; --endpoint self has them.";
        if (item.Clock is not null)
            return "The case runs at an instant of its own; --endpoint self has a clock for it.";
        return item.DefinitionText.Contains("\"Wait\"", StringComparison.Ordinal) ? "The case waits on the real clock; --endpoint self has a virtual one." : null;
    }

    /// <summary>Runs a case of kind <c>execution</c>.</summary>
    public async Task<RecordedRun> ExecuteAsync()
    {
        // Machines of one name and other definitions are refused, and this one is gone when the case is over.
        string name = $"{Session.MachineName[..Math.Min(60, Session.MachineName.Length)]}-{Guid.NewGuid().ToString("N")[..12]}";
        string machine = (await Session.CallAsync("CreateStateMachine", Session.Creation(CaseRunner.RoleArn(item), name)).ConfigureAwait(false)).GetProperty("stateMachineArn").GetString()!;
        try
        {
            JsonObject start = new() { ["stateMachineArn"] = machine, ["name"] = item.ExecutionName ?? "execution", ["input"] = item.Input };
            return item.MachineType == "EXPRESS"
                ? ApiAnswers.Run(await Session.CallAsync("StartSyncExecution", start).ConfigureAwait(false), JsonElement.Parse("[]"))
                : await EndAsync((await Session.CallAsync("StartExecution", start).ConfigureAwait(false)).GetProperty("executionArn").GetString()!).ConfigureAwait(false);
        }
        finally
        {
            await Session.SendAsync("DeleteStateMachine", new JsonObject { ["stateMachineArn"] = machine }).ConfigureAwait(false);
        }
    }

    private async Task<RecordedRun> EndAsync(string execution)
    {
        DateTimeOffset until = DateTimeOffset.UtcNow + s_patience;
        while (true)
        {
            JsonElement described = await Session.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = execution }).ConfigureAwait(false);
            if (ApiAnswers.Text(described, "status") != "RUNNING" || DateTimeOffset.UtcNow > until)
                return ApiAnswers.Run(described, await Session.EventsAsync(execution).ConfigureAwait(false));
            await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
        }
    }
}
