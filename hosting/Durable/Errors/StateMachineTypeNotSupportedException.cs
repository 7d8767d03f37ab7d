namespace Compiled.Durable;

/// <summary>The machine is of the other type. FEATURES E-110.</summary>
public sealed class StateMachineTypeNotSupportedException(string stateMachineArn) : Exception($"This operation is not supported by this type of state machine: '{stateMachineArn}'");
