using System.Collections.Concurrent;
using Compiled.Durable.Journal;

namespace Compiled.Durable.Engine;

/// <summary>The machines that the program knows, and those of which only executions are left.</summary>
internal sealed class MachineTable(Engine engine)
{
    private readonly ConcurrentDictionary<string, Machine> _current = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Machine> _byHash = new(StringComparer.Ordinal);

    // Those that can be had again, by looking for them or by compiling what the store kept: they go when no execution has them, and their assembly with them.
    private readonly ConcurrentDictionary<string, WeakReference<Machine>> _again = new(StringComparer.Ordinal);

    /// <summary>The machines that can be started.</summary>
    public IEnumerable<Machine> Current => _current.Values;

    public Machine Add(Workflow workflow)
    {
        string name = workflow.Machine.Name;
        return Add(new Machine(engine.Arns.StateMachine(name), name, workflow));
    }

    public Machine Add(Machine machine)
    {
        _current[machine.Arn] = machine;
        _byHash[Key(machine.Arn, machine.Hash)] = machine;
        return machine;
    }

    /// <summary>The machine of a name or an ARN; null when there is none.</summary>
    public Machine? Find(string nameOrArn)
    {
        string arn = nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : engine.Arns.StateMachine(nameOrArn);
        return _current.GetValueOrDefault(arn) ?? (engine.Options.FindMachine?.Invoke(arn) is { } source ? Add(source) : null);
    }

    /// <summary>The machine of the ARN of a version or an alias, and which one; the machine itself where nobody keeps versions. Null when there is none.</summary>
    public (Machine Machine, StartOptions? Options)? FindQualified(string arn)
    {
        string[] parts = arn.Split(':');
        if (parts.Length <= 7)
            return Find(arn) is { } plain ? (plain, null) : null;
        if (engine.Options.FindMachine is not { } find)
            return Find(string.Join(':', parts[..7])) is { } machine ? (machine, null) : null;
        if (find(arn) is not { } source)
            return null;
        Machine current = Find(source.Arn) ?? Add(source);
        if (source.Workflow.Machine.Type == MachineType.Express)
            engine.Nested.Express.Add(arn, engine.Prepare(source.Workflow, null));
        return (Of(current, source.Workflow), new StartOptions { Version = source.Version, Alias = source.Alias });
    }

    /// <summary>A machine with another definition than its current one, for executions that are started by it.</summary>
    public Machine Of(Machine current, Workflow workflow)
    {
        Machine machine = new(current.Arn, current.Name, engine.Prepare(workflow, null));
        return Keep(machine);
    }

    /// <summary>The machine can't be started any more, or is asked for again; executions that run go on.</summary>
    public void Forget(string arn)
    {
        _current.TryRemove(arn, out _);
        engine.Nested.Express.Remove(arn);
        foreach ((string key, WeakReference<Machine> kept) in _again)
        {
            if (!kept.TryGetTarget(out _))
                _again.TryRemove(KeyValuePair.Create(key, kept));
        }
    }

    private Machine Add(MachineSource source)
    {
        engine.Prepare(source.Workflow, null);
        if (source.Workflow.Machine.Type == MachineType.Express)
            engine.Nested.Express.Add(source.Arn, source.Workflow);
        Machine machine = Keep(new Machine(source.Arn, source.Name, source.Workflow));
        return _current[machine.Arn] = machine;
    }

    private Machine Keep(Machine machine)
    {
        string key = Key(machine.Arn, machine.Hash);
        if (Known(key) is { } known)
            return known;
        _again[key] = new WeakReference<Machine>(machine);
        return machine;
    }

    private Machine? Known(string key)
        => _byHash.GetValueOrDefault(key) ?? (_again.TryGetValue(key, out WeakReference<Machine>? kept) && kept.TryGetTarget(out Machine? machine) ? machine : null);

    /// <summary>
    /// The machine with the definition that an execution started with: compiled in, or compiled now from the text that the store kept. Null
    /// when neither can be, which is logged, and the execution waits.
    /// </summary>
    public Machine? Resolve(ExecutionRow row)
    {
        ExecutionHead head = row.Head;
        if (head.DefinitionHash.Split('/') is [var whole, var state])
        {
            // A child of a distributed Map: its machine is a part of the whole definition's, whose ARN is the part before the label.
            string wholeArn = head.StateMachineArn[..head.StateMachineArn.IndexOf('/', StringComparison.Ordinal)];
            return Resolve(row with { Head = head with { StateMachineArn = wholeArn, DefinitionHash = whole } })
                ?.ChildOf(int.Parse(state, System.Globalization.CultureInfo.InvariantCulture), head.StateMachineArn);
        }

        if (Known(Key(head.StateMachineArn, head.DefinitionHash)) is { } known)
            return known;
        if (engine.Store.FindDefinition(head.DefinitionHash) is not { } stored)
        {
            engine.Broken(row, new JournalMismatchException($"The journal has no definition {head.DefinitionHash}."));
            return null;
        }

        Workflow? workflow = null;
        try
        {
            workflow = engine.Options.CompileDefinition?.Invoke(stored.Name, stored.Text, stored.Type);
        }
        catch (Exception failure)
        {
            engine.Broken(row, failure);
            return null;
        }

        if (workflow is null)
        {
            engine.Broken(row, new JournalMismatchException(
                $"The definition of the machine '{stored.Name}' has changed since the execution started, and this host compiles no definitions at run time (DurableOptions.CompileDefinition)."));
            return null;
        }

        _current.TryGetValue(head.StateMachineArn, out Machine? current);
        Machine machine = new(head.StateMachineArn, stored.Name, engine.Prepare(workflow, current?.Workflow));
        return Keep(machine);
    }

    private static string Key(string arn, string hash) => arn + "\n" + hash;
}
