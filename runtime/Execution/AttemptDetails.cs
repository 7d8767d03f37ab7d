using Compiled.Values;

namespace Compiled.Execution;

/// <summary>What few attempts have, so that it stands in an object of its own: a token, or credentials.</summary>
internal sealed record AttemptDetails(ITaskAttempt? Attempt, string? TaskToken, JsonValue Credentials);
