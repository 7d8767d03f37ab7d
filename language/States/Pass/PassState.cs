using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A Pass state. FEATURES A9.</summary>
public sealed class PassState : State
{
    internal PassState(string name, ObjectNode source)
        : base(name, source)
    {
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Pass;

    /// <summary>The literal result; null means the input or <see cref="Parameters"/> (a literal null is a <see cref="NullNode"/>). JSONPath only.</summary>
    public JsonNode? Result { get; internal set; }

    /// <summary>What is made of the input; null means the input as it is. JSONPath only.</summary>
    public Template? Parameters { get; internal set; }

    /// <summary>Where in the raw input the result goes. JSONPath only.</summary>
    public DataPath ResultPath { get; internal set; } = DataPath.Default;
}
