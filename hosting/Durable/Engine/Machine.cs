using System.Security.Cryptography;
using System.Text;
using Compiled.Durable.Journal;

namespace Compiled.Durable.Engine;

/// <summary>A machine of a certain definition.</summary>
internal sealed class Machine(string arn, string name, Workflow workflow)
{
    private string? _hash;

    /// <summary>The machine's ARN.</summary>
    public string Arn { get; } = arn;

    /// <summary>The machine's name.</summary>
    public string Name { get; } = name;

    /// <summary>The compiled definition.</summary>
    public Workflow Workflow { get; } = workflow;

    /// <summary>SHA-256 of type and text, lower-case hexadecimal.</summary>
    public string Hash => _hash ??= HashOf(Workflow.Machine.Type, Workflow.Machine.Definition);

    /// <summary>What the store keeps of it.</summary>
    public StoredDefinition Stored => new(Hash, Name, Workflow.Machine.Type, Workflow.Machine.Definition);

    public static string HashOf(MachineType type, string text)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{text}")));
}
