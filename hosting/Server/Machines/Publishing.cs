using Compiled.Server.Protocol;

namespace Compiled.Server.Machines;

/// <summary>Makes versions of machines. FEATURES P-060 to P-062.</summary>
internal static class Publishing
{
    private const int MostVersions = 1000;

    /// <summary>Publishes the current revision; gives the version that it has already when there is one.</summary>
    /// <exception cref="ApiException">ServiceQuotaExceededException.</exception>
    public static (KnownMachine Machine, MachineVersion Version) Publish(KnownMachine known, string? description, DateTimeOffset now)
    {
        StateMachine machine = known.Machine;
        foreach (MachineVersion published in known.Versions.Values)
        {
            if (published.RevisionId == machine.RevisionId)
                return (known, published);
        }

        if (known.Versions.Count >= MostVersions)
            throw ApiErrors.QuotaExceeded($"A state machine has at most {MostVersions} versions: '{machine.Arn}'");
        MachineVersion version = new()
        {
            StateMachineArn = machine.Arn,
            Number = machine.NextVersion,
            Settings = machine.Settings,
            RevisionId = machine.RevisionId,
            Description = description,
            CreationDate = now,
        };
        return (known with { Machine = machine with { NextVersion = version.Number + 1 }, Versions = known.Versions.Add(version.Number, version) }, version);
    }
}
