using System.Text;
using Compiled.Values;

namespace Compiled.Events.Inputs;

/// <summary>
/// What a target gets of an event: the whole of it, a part, something constant, or what a template makes of it. Source: EventBridge's guide, "Input transformation".
/// </summary>
public sealed class TargetInput
{
    private readonly EventPath? _path;
    private readonly InputTemplate? _template;
    private readonly JsonValue _constant;

    private TargetInput(EventPath? path = null, InputTemplate? template = null, in JsonValue constant = default)
        => (_path, _template, _constant) = (path, template, constant);

    /// <summary>The whole event.</summary>
    public static TargetInput Event { get; } = new();

    /// <summary>Reads what a target says: at most one of a constant, a path and a template.</summary>
    /// <param name="input">JSON text.</param>
    /// <param name="inputPath">A path into the event.</param>
    /// <param name="inputPathsMap">Names for paths into the event, for the template; at most 100.</param>
    /// <param name="inputTemplate">JSON text with <c>&lt;name&gt;</c> where a value goes.</param>
    /// <exception cref="TargetInputException">One of them can't be used; says which and why.</exception>
    public static TargetInput Read(
        string? input = null, string? inputPath = null, IReadOnlyDictionary<string, string>? inputPathsMap = null, string? inputTemplate = null)
    {
        if ((input is null ? 0 : 1) + (inputPath is null ? 0 : 1) + (inputTemplate is null ? 0 : 1) > 1)
            throw new TargetInputException(input is null ? "InputPath" : "Input", "Only one of Input, InputPath, or InputTransformer must be provided");
        if (inputTemplate is null && inputPathsMap is not null)
            throw new TargetInputException("InputPathsMap", "An InputTemplate is required");
        if (input is not null)
        {
            return JsonValue.TryParse(Encoding.UTF8.GetBytes(input), out JsonValue constant, out string? error)
                ? new TargetInput(constant: constant) : throw new TargetInputException("Input", $"The text is no JSON: {error}");
        }

        if (inputPath is not null)
            return new TargetInput(EventPath.Read(inputPath, out string? reason) ?? throw new TargetInputException("InputPath", reason!));
        return inputTemplate is null ? Event : new TargetInput(template: InputTemplate.Read(inputPathsMap ?? new Dictionary<string, string>(), inputTemplate));
    }

    /// <summary>What the target gets.</summary>
    /// <exception cref="TargetInputException">A path leads nowhere.</exception>
    public JsonValue Of(JsonValue @event, RuleContext rule)
    {
        if (_template is not null)
            return _template.Fill(in @event, rule);
        if (!_constant.IsMissing)
            return _constant;
        if (_path is null)
            return @event;
        JsonValue found = _path.Find(@event);
        return found.IsMissing ? throw new TargetInputException("InputPath", "The event has nothing there") : found;
    }
}
