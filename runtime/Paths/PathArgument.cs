using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>An argument of a function in a path: a value, or a path from the input, the context object or a variable.</summary>
public readonly struct PathArgument
{
    private readonly JsonValue _value;
    private readonly PathQuery? _query;
    private readonly int _variable;
    private readonly PathRoot _root;

    private enum PathRoot
    {
        Input,
        Context,
        Variable,
    }

    /// <summary>A value.</summary>
    public PathArgument(JsonValue value) => _value = value;

    /// <summary>A path, which starts from the input.</summary>
    public PathArgument(PathQuery query) => _query = query;

    private PathArgument(PathQuery query, PathRoot root, int variable) => (_query, _root, _variable) = (query, root, variable);

    /// <summary>A path that starts from the context object.</summary>
    public static PathArgument OfContext(PathQuery query) => new(query, PathRoot.Context, 0);

    /// <summary>A path that starts from a variable of the scope, by its place there.</summary>
    public static PathArgument OfVariable(int variable, PathQuery query) => new(query, PathRoot.Variable, variable);

    /// <summary>A value.</summary>
    public static implicit operator PathArgument(JsonValue value) => new(value);

    /// <summary>A path, which starts from the input.</summary>
    public static implicit operator PathArgument(PathQuery query) => new(query);

    internal JsonValue Evaluate(in PathScope scope) => _query is null ? _value : _query.Evaluate(
        _root switch
        {
            PathRoot.Context => scope.Context,
            PathRoot.Variable => scope.Variable(_variable),
            _ => scope.Input,
        },
        scope);
}
