namespace Compiled.Events.Inputs;

/// <summary>What a target is to be given can't be made so.</summary>
/// <param name="field">The field: <c>Input</c>, <c>InputPath</c>, <c>InputPathsMap</c> or <c>InputTemplate</c>.</param>
/// <param name="reason">What is wrong with it.</param>
public sealed class TargetInputException(string field, string reason) : Exception($"{field} is not valid. Reason: {reason}")
{
    /// <summary>The field.</summary>
    public string Field { get; } = field;
}
