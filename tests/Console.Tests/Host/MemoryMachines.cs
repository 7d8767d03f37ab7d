using System.Collections.Concurrent;
using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Values;
using Compiled.WebConsole;

namespace Console.Tests.Host;

/// <summary>The machines of a test, kept in memory and compiled when they are created.</summary>
internal sealed class MemoryMachines(DurableExecutions executions) : IConsoleMachines
{
    private readonly ConcurrentDictionary<string, ConsoleMachine> _machines = new(StringComparer.Ordinal);

    public ValueTask<ConsoleMachinePage> ListAsync(string? search, int skip, int limit, CancellationToken cancellationToken = default)
    {
        ConsoleMachineRow[] found = [.. _machines.Values.Select(static machine => machine.Row).Where(row => row.Name.Contains(search ?? "", StringComparison.OrdinalIgnoreCase))
            .OrderBy(static row => row.Name, StringComparer.Ordinal)];
        return ValueTask.FromResult(new ConsoleMachinePage([.. found.Skip(skip).Take(limit)], found.Length));
    }

    public ValueTask<ConsoleMachine?> FindAsync(string stateMachineArn, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(_machines.GetValueOrDefault(stateMachineArn));

    public ValueTask<string> CreateAsync(ConsoleMachineDraft draft, CancellationToken cancellationToken = default)
    {
        if (_machines.Values.Any(machine => machine.Row.Name == draft.Name))
            throw new ConsoleRefusedException("StateMachineAlreadyExists", $"State Machine Already Exists: '{draft.Name}'");
        string arn = executions.AddMachine(Compile(draft));
        _machines[arn] = new ConsoleMachine
        {
            Row = new ConsoleMachineRow(arn, draft.Name, draft.Type, executions.TimeProvider.GetUtcNow()),
            Definition = draft.Definition,
            RoleArn = draft.RoleArn,
        };
        return ValueTask.FromResult(arn);
    }

    public ValueTask UpdateAsync(string stateMachineArn, ConsoleMachineDraft draft, CancellationToken cancellationToken = default)
    {
        executions.AddMachine(Compile(draft));
        Change(stateMachineArn, machine => machine with { Definition = draft.Definition, Updated = executions.TimeProvider.GetUtcNow(), RevisionId = "2" });
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteAsync(string stateMachineArn, CancellationToken cancellationToken = default)
    {
        _machines.TryRemove(stateMachineArn, out _);
        return ValueTask.CompletedTask;
    }

    public ValueTask<string> PublishVersionAsync(string stateMachineArn, string? description, CancellationToken cancellationToken = default)
    {
        ConsoleMachine changed = Change(stateMachineArn, machine => machine with
        {
            Versions = [new ConsoleVersion($"{stateMachineArn}:{machine.Versions.Count + 1}", executions.TimeProvider.GetUtcNow(), description), .. machine.Versions],
        });
        return ValueTask.FromResult(changed.Versions[0].Arn);
    }

    public ValueTask DeleteVersionAsync(string versionArn, CancellationToken cancellationToken = default)
    {
        Change(MachineOf(versionArn), machine => machine with { Versions = [.. machine.Versions.Where(version => version.Arn != versionArn)] });
        return ValueTask.CompletedTask;
    }

    public ValueTask CreateAliasAsync(string stateMachineArn, string name, ConsoleAliasDraft draft, CancellationToken cancellationToken = default)
    {
        if (name.Contains(' ', StringComparison.Ordinal))
            throw new ConsoleRefusedException("ValidationException", $"'{name}' is no name of an alias.");
        Change(stateMachineArn, machine => machine with { Aliases = [.. machine.Aliases, new ConsoleAlias($"{stateMachineArn}:{name}", executions.TimeProvider.GetUtcNow(), draft.Description, draft.Routes)] });
        return ValueTask.CompletedTask;
    }

    public ValueTask UpdateAliasAsync(string aliasArn, ConsoleAliasDraft draft, CancellationToken cancellationToken = default)
    {
        Change(MachineOf(aliasArn), machine => machine with { Aliases = [.. machine.Aliases.Select(alias => alias.Arn == aliasArn ? alias with { Description = draft.Description, Routes = draft.Routes } : alias)] });
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteAliasAsync(string aliasArn, CancellationToken cancellationToken = default)
    {
        Change(MachineOf(aliasArn), machine => machine with { Aliases = [.. machine.Aliases.Where(alias => alias.Arn != aliasArn)] });
        return ValueTask.CompletedTask;
    }

    public ValueTask SetTagAsync(string stateMachineArn, string key, string value, CancellationToken cancellationToken = default)
    {
        Change(stateMachineArn, machine => machine with { Tags = [.. machine.Tags.Where(tag => tag.Key != key), new(key, value)] });
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveTagAsync(string stateMachineArn, string key, CancellationToken cancellationToken = default)
    {
        Change(stateMachineArn, machine => machine with { Tags = [.. machine.Tags.Where(tag => tag.Key != key)] });
        return ValueTask.CompletedTask;
    }

    public async ValueTask<string> StartAsync(ConsoleStart start, CancellationToken cancellationToken = default)
    {
        try
        {
            JsonValue input = JsonValue.Parse(System.Text.Encoding.UTF8.GetBytes(start.Input));
            return (await executions.StartAsync(MachineOf(start.StateMachineArn), input, start.Name)).ExecutionArn;
        }
        catch (Exception refused) when (refused is System.Text.Json.JsonException or FormatException or InvalidExecutionNameException or ExecutionAlreadyExistsException)
        {
            throw new ConsoleRefusedException(refused.GetType().Name.Replace("Exception", "", StringComparison.Ordinal), refused.Message);
        }
    }

    public ConsoleMachine Change(string arn, Func<ConsoleMachine, ConsoleMachine> change) => _machines[arn] = change(_machines[arn]);

    private static string MachineOf(string arn) => string.Join(':', arn.Split(':')[..7]);

    private static Workflow Compile(ConsoleMachineDraft draft)
    {
        CompiledDefinition compiled = DefinitionCompiler.Compile(new DefinitionSource(draft.Definition, draft.Name, (Compiled.Language.Binding.MachineType)draft.Type));
        return compiled.IsRunnable ? compiled.Create() : throw new ConsoleRefusedException("InvalidDefinition", compiled.Faults[0].ToString());
    }
}
