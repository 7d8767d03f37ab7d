namespace Compiled.Server.Machines;

/// <summary>What the catalog keeps. The numbers stand in files.</summary>
internal enum CatalogKind
{
    /// <summary>A <see cref="StateMachine"/>.</summary>
    Machine = 1,

    /// <summary>A <see cref="MachineVersion"/>.</summary>
    Version = 2,

    /// <summary>A <see cref="MachineAlias"/>.</summary>
    Alias = 3,

    /// <summary>An <see cref="ActivitySettings"/>.</summary>
    Activity = 4,

    /// <summary>A <see cref="ScheduleProgress"/>, under its name.</summary>
    Schedule = 5,
}
