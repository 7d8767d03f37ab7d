using System.Collections.Immutable;

namespace Compiled.Server.Machines;

/// <summary>A machine with its versions and aliases, at one moment.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Versions">Its versions by number.</param>
/// <param name="Aliases">Its aliases by name.</param>
internal sealed record KnownMachine(StateMachine Machine, ImmutableSortedDictionary<int, MachineVersion> Versions, ImmutableSortedDictionary<string, MachineAlias> Aliases)
{
    public KnownMachine(StateMachine machine)
        : this(machine, ImmutableSortedDictionary<int, MachineVersion>.Empty, ImmutableSortedDictionary.Create<string, MachineAlias>(StringComparer.Ordinal))
    {
    }

    public string Arn => Machine.Arn;
}
