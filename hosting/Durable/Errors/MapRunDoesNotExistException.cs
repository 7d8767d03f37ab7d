namespace Compiled.Durable;

/// <summary>There is no Map Run of this ARN. AWS's <c>ResourceNotFound</c>.</summary>
public sealed class MapRunDoesNotExistException(string mapRunArn) : Exception($"Resource not found: '{mapRunArn}'");
