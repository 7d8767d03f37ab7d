using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Compilation;

/// <summary>What became of one definition: its faults, its C#, and, where it can run, its workflow.</summary>
public sealed class CompiledDefinition
{
    private readonly Func<ITaskHandler?, Workflow>? _create;

    internal CompiledDefinition(
        DefinitionSource source, BoundMachine bound, IReadOnlyList<Fault> emitterFaults, string code,
        IReadOnlyList<CompilerMessage> messages, Func<ITaskHandler?, Workflow>? create)
    {
        Name = source.Name;
        Bound = bound;
        EmitterFaults = emitterFaults;
        Faults = [.. bound.Faults, .. emitterFaults];
        Code = code;
        Messages = messages;
        _create = create;
    }

    /// <summary>The assembly that holds this definition alone or with others; null when none of them can run.</summary>
    internal byte[]? Image { get; init; }

    /// <summary>The machine's name.</summary>
    public string Name { get; }

    /// <summary>The definition as it is meant.</summary>
    public BoundMachine Bound { get; }

    /// <summary>All faults: the definition's own, then <see cref="EmitterFaults"/>.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>Parts of the language that the definition uses rightly but that are not compiled yet.</summary>
    public IReadOnlyList<Fault> EmitterFaults { get; }

    /// <summary>The emitted C#.</summary>
    public string Code { get; }

    /// <summary>What the C# compiler says about <see cref="Code"/>; empty for every good definition.</summary>
    public IReadOnlyList<CompilerMessage> Messages { get; }

    /// <summary>Whether <see cref="Create"/> gives a workflow.</summary>
    public bool IsRunnable => _create is not null;

    /// <summary>A workflow that hands its tasks to <paramref name="tasks"/>; without a handler every task fails by name.</summary>
    /// <exception cref="DefinitionFaultException">The definition has faults and cannot run.</exception>
    public Workflow Create(ITaskHandler? tasks = null) =>
        _create is null ? throw new DefinitionFaultException(this) : _create(tasks);
}
