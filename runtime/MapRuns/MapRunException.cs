using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>Ends a Map Run with an error of the workflow's.</summary>
internal sealed class MapRunException(Fault fault) : Exception(fault.ToString())
{
    public Fault Fault { get; } = fault;
}
