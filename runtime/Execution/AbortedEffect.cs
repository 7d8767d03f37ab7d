namespace Compiled.Execution;

/// <summary>An effect whose outcome nobody waits for any more, since a sibling failed.</summary>
/// <param name="Effect">The effect's id.</param>
/// <param name="Host">What the host kept with it in <see cref="Frame.Host"/>.</param>
public readonly record struct AbortedEffect(int Effect, object? Host);
