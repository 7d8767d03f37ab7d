using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;
using Compiled.WebConsole;

namespace Compiled.Server.Pages;

/// <summary>The machines as the console sees them. What it changes goes through the API's operations, so that both refuse the same.</summary>
internal sealed class ConsoleMachines(StepFunctionsServer server) : IConsoleMachines
{
    // Nothing is allowed or forbidden by roles here, but a machine has one.
    private readonly string _role = $"arn:aws:iam::{server.Options.AccountId}:role/console";

    private readonly LocalCalls _calls = new(new OperationTable(server), server.Options);

    public ValueTask<ConsoleMachinePage> ListAsync(string? search, int skip, int limit, CancellationToken cancellationToken = default)
    {
        StateMachine[] found =
        [
            .. server.Catalog.Machines.Select(static known => known.Machine)
                .Where(machine => string.IsNullOrEmpty(search) || machine.Name.Contains(search, StringComparison.OrdinalIgnoreCase))
                .OrderBy(static machine => machine.Name, StringComparer.Ordinal).ThenBy(static machine => machine.Arn, StringComparer.Ordinal),
        ];
        return ValueTask.FromResult(new ConsoleMachinePage([.. found.Skip(skip).Take(limit).Select(Row)], found.Length));
    }

    public ValueTask<ConsoleMachine?> FindAsync(string stateMachineArn, CancellationToken cancellationToken = default)
    {
        ConsoleMachine? found = server.Catalog.Find(stateMachineArn) is not { } known ? null : new ConsoleMachine
        {
            Row = Row(known.Machine),
            Definition = known.Machine.Settings.Definition,
            RoleArn = known.Machine.Settings.RoleArn,
            RevisionId = known.Machine.RevisionId,
            Updated = known.Machine.RevisionId is null ? null : known.Machine.UpdateDate,
            IsEditable = !known.Machine.IsDeleting,
            Versions = [.. known.Versions.Values.Reverse().Select(static version => new ConsoleVersion(version.Arn, version.CreationDate, version.Description))],
            Aliases = [.. known.Aliases.Values.Select(Alias)],
            Tags = [.. known.Machine.Tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal)],
        };
        return ValueTask.FromResult(found);
    }

    public async ValueTask<string> CreateAsync(ConsoleMachineDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        JsonElement created = await CallAsync(nameof(Operations.CreateStateMachine), new JsonObject
        {
            ["name"] = draft.Name,
            ["definition"] = draft.Definition,
            ["roleArn"] = draft.RoleArn ?? _role,
            ["type"] = draft.Type == MachineType.Express ? "EXPRESS" : "STANDARD",
        }, cancellationToken).ConfigureAwait(false);
        return created.GetProperty("stateMachineArn").GetString()!;
    }

    public async ValueTask UpdateAsync(string stateMachineArn, ConsoleMachineDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await CallAsync(nameof(Operations.UpdateStateMachine), new JsonObject
        {
            ["stateMachineArn"] = stateMachineArn,
            ["definition"] = draft.Definition,
            ["roleArn"] = draft.RoleArn,
        }, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DeleteAsync(string stateMachineArn, CancellationToken cancellationToken = default)
        => await CallAsync(nameof(Operations.DeleteStateMachine), new JsonObject { ["stateMachineArn"] = stateMachineArn }, cancellationToken).ConfigureAwait(false);

    public async ValueTask<string> PublishVersionAsync(string stateMachineArn, string? description, CancellationToken cancellationToken = default)
    {
        JsonElement published = await CallAsync(nameof(Operations.PublishStateMachineVersion), new JsonObject
        {
            ["stateMachineArn"] = stateMachineArn,
            ["description"] = description,
        }, cancellationToken).ConfigureAwait(false);
        return published.GetProperty("stateMachineVersionArn").GetString()!;
    }

    public async ValueTask DeleteVersionAsync(string versionArn, CancellationToken cancellationToken = default)
        => await CallAsync(nameof(Operations.DeleteStateMachineVersion), new JsonObject { ["stateMachineVersionArn"] = versionArn }, cancellationToken).ConfigureAwait(false);

    // An alias belongs to the machine of its versions; the API asks for no other.
    public async ValueTask CreateAliasAsync(string stateMachineArn, string name, ConsoleAliasDraft draft, CancellationToken cancellationToken = default)
        => await CallAsync(nameof(Operations.CreateStateMachineAlias), Routed(draft, new JsonObject { ["name"] = name }), cancellationToken).ConfigureAwait(false);

    public async ValueTask UpdateAliasAsync(string aliasArn, ConsoleAliasDraft draft, CancellationToken cancellationToken = default)
        => await CallAsync(nameof(Operations.UpdateStateMachineAlias), Routed(draft, new JsonObject { ["stateMachineAliasArn"] = aliasArn }), cancellationToken).ConfigureAwait(false);

    public async ValueTask DeleteAliasAsync(string aliasArn, CancellationToken cancellationToken = default)
        => await CallAsync(nameof(Operations.DeleteStateMachineAlias), new JsonObject { ["stateMachineAliasArn"] = aliasArn }, cancellationToken).ConfigureAwait(false);

    public async ValueTask SetTagAsync(string stateMachineArn, string key, string value, CancellationToken cancellationToken = default)
        => await CallAsync(nameof(Operations.TagResource), new JsonObject
        {
            ["resourceArn"] = stateMachineArn,
            ["tags"] = new JsonArray(new JsonObject { ["key"] = key, ["value"] = value }),
        }, cancellationToken).ConfigureAwait(false);

    public async ValueTask RemoveTagAsync(string stateMachineArn, string key, CancellationToken cancellationToken = default)
        => await CallAsync(nameof(Operations.UntagResource), new JsonObject { ["resourceArn"] = stateMachineArn, ["tagKeys"] = new JsonArray(key) }, cancellationToken).ConfigureAwait(false);

    public async ValueTask<string> StartAsync(ConsoleStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        JsonElement started = await CallAsync(nameof(Operations.StartExecution), new JsonObject
        {
            ["stateMachineArn"] = start.StateMachineArn,
            ["input"] = start.Input,
            ["name"] = start.Name,
            ["traceHeader"] = start.TraceHeader,
        }, cancellationToken).ConfigureAwait(false);
        return started.GetProperty("executionArn").GetString()!;
    }

    private static JsonObject Routed(ConsoleAliasDraft draft, JsonObject request)
    {
        request["description"] = draft.Description ?? "";
        request["routingConfiguration"] = new JsonArray([.. draft.Routes.Select(static route => (JsonNode)new JsonObject { ["stateMachineVersionArn"] = route.Key, ["weight"] = route.Value })]);
        return request;
    }

    private ValueTask<JsonElement> CallAsync(string operation, JsonObject request, CancellationToken cancellationToken) => ConsoleCalls.CallAsync(_calls, operation, request, cancellationToken);

    private static ConsoleMachineRow Row(StateMachine machine)
        => new(machine.Arn, machine.Name, machine.IsExpress ? MachineType.Express : MachineType.Standard, machine.CreationDate) { IsDeleting = machine.IsDeleting };

    private static ConsoleAlias Alias(MachineAlias alias) => new(alias.Arn, alias.CreationDate, alias.Description,
        [.. alias.Routes.Select(route => KeyValuePair.Create(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{alias.StateMachineArn}:{route.Version}"), route.Weight))]);
}
