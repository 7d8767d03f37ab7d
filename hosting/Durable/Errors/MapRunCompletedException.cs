namespace Compiled.Durable;

/// <summary>A Map Run that has ended was to be changed. AWS's <c>ValidationException</c> with the reason <c>CANNOT_UPDATE_COMPLETED_MAP_RUN</c>.</summary>
public sealed class MapRunCompletedException(string mapRunArn) : Exception($"The Map Run '{mapRunArn}' has ended and can't be updated.");
