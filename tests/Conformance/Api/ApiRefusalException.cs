using System.Text.Json;

namespace Conformance.Api;

/// <summary>The server refused what it should have done.</summary>
internal sealed class ApiRefusalException(string operation, JsonElement error) : Exception($"{operation} is refused: {error.GetRawText()}");
