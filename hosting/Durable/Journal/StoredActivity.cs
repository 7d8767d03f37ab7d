namespace Compiled.Durable.Journal;

/// <summary>An activity.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="CreatedTicks">When it was created, UTC ticks.</param>
public sealed record StoredActivity(string Arn, long CreatedTicks);
