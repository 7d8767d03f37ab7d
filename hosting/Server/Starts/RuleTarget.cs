using System.Text.Json;
using Compiled.Events.Inputs;

namespace Compiled.Server;

/// <summary>A machine that an event starts, and what of the event is its input: all, unless one of the members says otherwise.</summary>
public sealed record RuleTarget
{
    /// <summary>The name or ARN of the machine, of a version or an alias.</summary>
    public required string StateMachine { get; init; }

    /// <summary>The input itself, any JSON value.</summary>
    public JsonElement? Input { get; set; }

    /// <summary>The path of the input in the event.</summary>
    public string? InputPath { get; set; }

    /// <summary>Makes the input of parts of the event.</summary>
    public InputTransformer? InputTransformer { get; set; }

    internal TargetInput Read() => TargetInput.Read(Input?.GetRawText(), InputPath, InputTransformer?.InputPathsMap, InputTransformer?.InputTemplate);
}
