using System.Collections.Concurrent;
using Compiled.Durable.Journal;

namespace Compiled.Durable.Engine;

/// <summary>The machines that the program knows, and those of which only executions are left.</summary>
internal sealed class MachineTable(Engine engine)
{
    private readonly ConcurrentDictionary<string, Machine> _current = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Machine> _byHash = new(StringComparer.Ordinal);

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
        => _current.GetValueOrDefault(nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : engine.Arns.StateMachine(nameOrArn));

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

        if (_byHash.TryGetValue(Key(head.StateMachineArn, head.DefinitionHash), out Machine? known))
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
        return _byHash.GetOrAdd(Key(head.StateMachineArn, head.DefinitionHash), machine);
    }

    private static string Key(string arn, string hash) => arn + "\n" + hash;
}
