namespace Compiled.Hosting;

/// <summary>A start was refused, for the host is stopping or has stopped.</summary>
public sealed class ExpressHostStoppedException() : Exception("The Express host takes no starts: it is stopping, or has stopped.");
