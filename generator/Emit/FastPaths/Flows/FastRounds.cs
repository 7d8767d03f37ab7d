using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths.Flows;

/// <summary>Writes what counts the rounds of a path's loops: where there are many, the frames go on, which can be stopped.</summary>
internal sealed class FastRounds(FastPathWriter path, MachineType type)
{
    // The rounds after which an Express execution is left to the frames; and the events that leave a Standard one enough.
    private const int MostRounds = 10_000, MostEvents = 20_000;

    private bool _areCounted;

    public void BeginPass() => _areCounted = false;

    /// <summary>Counts a round of a loop: there is a limit to them, or to the events of a Standard execution, of which each round has some.</summary>
    public void Count()
    {
        if (type == MachineType.Standard)
        {
            path.Leave($"events > {MostEvents}");
            return;
        }
        _areCounted = true;
        path.Leave("--fuel == 0");
    }

    /// <summary>The counter's declaration, behind another of its type.</summary>
    public string Declaration => _areCounted ? $", fuel = {MostRounds}" : "";
}
