namespace Compiled.Durable;

/// <summary>The text is no token that a page gave. FEATURES P-010.</summary>
public sealed class InvalidPageTokenException(string token) : Exception($"Invalid Token: '{token}'");
