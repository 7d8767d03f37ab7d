using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>An argument of a function in a path: a value, or a path from the input.</summary>
public readonly struct PathArgument
{
    private readonly JsonValue _value;
    private readonly PathQuery? _query;

    /// <summary>A value.</summary>
    public PathArgument(JsonValue value) => _value = value;

    /// <summary>A path, which starts from the input.</summary>
    public PathArgument(PathQuery query) => _query = query;

    /// <summary>A value.</summary>
    public static implicit operator PathArgument(JsonValue value) => new(value);

    /// <summary>A path, which starts from the input.</summary>
    public static implicit operator PathArgument(PathQuery query) => new(query);

    internal JsonValue Evaluate(in PathScope scope) => _query is null ? _value : _query.Evaluate(scope.Input, scope.Input, scope.Context);
}
