using System.Text.Json;
using Compiled.Events.Inputs;
using Compiled.Events.Patterns;
using Compiled.Outside;

namespace Compiled.Server;

/// <summary>A rule of EventBridge: events that start executions.</summary>
public sealed record RuleStart
{
    /// <summary>The rule's name.</summary>
    public required string Name { get; init; }

    /// <summary>The event pattern.</summary>
    public required JsonElement Pattern { get; init; }

    /// <summary>What is started.</summary>
    public required IReadOnlyList<RuleTarget> Targets { get; init; }

    internal EventPattern Read(string path)
    {
        if (Targets.Count == 0)
            throw new ConfigurationException(path + ".targets", "The list is empty; a rule starts something.");
        for (int i = 0; i < Targets.Count; i++)
        {
            try
            {
                Targets[i].Read();
            }
            catch (TargetInputException fault)
            {
                throw new ConfigurationException($"{path}.targets[{i}]", fault.Message, fault);
            }
        }

        try
        {
            return EventPattern.Parse(Pattern.GetRawText());
        }
        catch (EventPatternException fault)
        {
            throw new ConfigurationException(path + ".pattern", fault.Message, fault);
        }
    }
}
