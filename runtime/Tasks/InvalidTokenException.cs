namespace Compiled.Tasks;

/// <summary>The text given as a task token is none.</summary>
public sealed class InvalidTokenException() : Exception("Invalid Token: 'Invalid token'");
