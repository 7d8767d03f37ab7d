using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>A value that an intrinsic call gives: <c>"x.$": "States.UUID()"</c>.</summary>
public sealed class IntrinsicTemplate : Template
{
    internal IntrinsicTemplate(IntrinsicCall call, string field, JsonNode source)
        : base(source)
    {
        Call = call;
        Field = field;
    }

    /// <summary>The call.</summary>
    public IntrinsicCall Call { get; }

    /// <summary>The key as written, <c>x.$</c>: messages at run time name it.</summary>
    public string Field { get; }
}
