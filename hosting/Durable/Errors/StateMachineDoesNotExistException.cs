namespace Compiled.Durable;

/// <summary>No machine of that name is known. FEATURES E-103.</summary>
public sealed class StateMachineDoesNotExistException(string machine) : Exception($"State Machine Does Not Exist: '{machine}'");
