namespace Compiled.Events;

/// <summary>Thrown by who delivers something, when trying again would be of no use.</summary>
/// <param name="message">Why.</param>
public sealed class DeliveryRefusedException(string message) : Exception(message);
