namespace Compiled.MapRuns;

/// <summary>A child that ended, or whose host could not tell how it ended.</summary>
internal sealed record MapRunCompletion(MapRunChild Child, MapRunOutcome? Outcome, Exception? Bug);
