using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A Succeed state: its flow ends with what InputPath and OutputPath, or Output, make of the input. FEATURES L-260.</summary>
public sealed class SucceedState : State
{
    internal SucceedState(string name, ObjectNode source)
        : base(name, source)
    {
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Succeed;
}
