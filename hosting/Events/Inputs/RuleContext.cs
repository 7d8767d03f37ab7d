namespace Compiled.Events.Inputs;

/// <summary>What a template may name besides the event.</summary>
/// <param name="RuleName">The rule, for <c>&lt;aws.events.rule-name&gt;</c>.</param>
/// <param name="RuleArn">Its ARN, for <c>&lt;aws.events.rule-arn&gt;</c>.</param>
/// <param name="IngestionTime">When the event came, for <c>&lt;aws.events.event.ingestion-time&gt;</c>.</param>
public sealed record RuleContext(string RuleName, string RuleArn, DateTimeOffset IngestionTime);
