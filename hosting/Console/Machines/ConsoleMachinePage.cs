namespace Compiled.WebConsole;

/// <summary>A page of the list of machines.</summary>
/// <param name="Machines">The machines.</param>
/// <param name="Total">How many the search finds in all.</param>
public sealed record ConsoleMachinePage(IReadOnlyList<ConsoleMachineRow> Machines, int Total);
