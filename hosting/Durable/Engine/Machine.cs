using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Compiled.Durable.Journal;
using Compiled.MapRuns;

namespace Compiled.Durable.Engine;

/// <summary>A machine of a certain definition.</summary>
internal sealed class Machine(string arn, string name, Workflow workflow, string? hash = null)
{
    private readonly ConcurrentDictionary<int, Machine> _children = [];
    private readonly bool _isPart = hash is not null;
    private string? _hash = hash;
    private StoredDefinition? _stored;

    /// <summary>The machine's ARN.</summary>
    public string Arn { get; } = arn;

    /// <summary>The machine's name.</summary>
    public string Name { get; } = name;

    /// <summary>The compiled definition.</summary>
    public Workflow Workflow { get; } = workflow;

    /// <summary>SHA-256 of type and text, lower-case hexadecimal.</summary>
    public string Hash => _hash ??= HashOf(Workflow.Machine.Type, Workflow.Machine.Definition);

    /// <summary>What the store keeps of it; null for a part of another one.</summary>
    public StoredDefinition? Stored => _isPart ? null : _stored ??= new StoredDefinition(Hash, Name, Workflow.Machine.Type, Workflow.Machine.Definition);

    /// <summary>
    /// The machine of the children of a distributed Map's runs. It has no text of its own: its hash is that of the whole definition and the state's
    /// number.
    /// </summary>
    public Machine ChildOf(MapRunRequest run) => ChildOf(run.State, run.StateMachineArn);

    /// <inheritdoc cref="ChildOf(MapRunRequest)"/>
    public Machine ChildOf(int state, string childArn)
        => _children.GetOrAdd(state, number =>
        {
            Workflow child = Workflow.ChildOf(number);
            return new Machine(childArn, child.Machine.Name, child, $"{Hash.Split('/')[0]}/{number}");
        });

    public static string HashOf(MachineType type, string text)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{text}")));
}
