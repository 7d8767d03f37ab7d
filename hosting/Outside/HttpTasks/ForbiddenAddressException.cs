namespace Compiled.Outside.HttpTasks;

/// <summary>A target has an address that the configuration doesn't allow.</summary>
internal sealed class ForbiddenAddressException(string message) : IOException(message);
