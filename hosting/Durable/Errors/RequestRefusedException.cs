namespace Compiled.Durable;

/// <summary>The process that owns the store could not do what another one asked for; the message is the owner's.</summary>
public sealed class RequestRefusedException(string message) : Exception(message);
