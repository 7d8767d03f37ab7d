using Compiled.Values;

namespace Compiled.Tasks;

/// <summary>Work that an activity's worker took up; completed through <see cref="TaskTokens"/>.</summary>
/// <param name="TaskToken">The token that completes it.</param>
/// <param name="Input">The effective input of the Task state.</param>
public sealed record ActivityTask(string TaskToken, JsonValue Input);
