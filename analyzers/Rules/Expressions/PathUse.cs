using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A path of a machine and where it is written.</summary>
internal sealed class PathUse(State state, string field, PathExpression path, StringNode source, DataPlace place)
{
    /// <summary>The state it belongs to.</summary>
    public State State { get; } = state;

    /// <summary>The field of the state, or of a rule or catcher, that holds it.</summary>
    public string Field { get; } = field;

    /// <summary>The path.</summary>
    public PathExpression Path { get; } = path;

    /// <summary>The string that holds it, perhaps inside an intrinsic call.</summary>
    public StringNode Source { get; } = source;

    /// <summary>What <c>$</c> is there.</summary>
    public DataPlace Place { get; } = place;

    /// <summary>A fault on the whole path.</summary>
    public Fault At(FaultDescriptor descriptor, string message) => descriptor.Inside(Source, Path.Offset, Path.Text.Length, message);

    /// <summary>A fault on one step of the path.</summary>
    public Fault At(FaultDescriptor descriptor, PathStep step, string message) => descriptor.Inside(Source, step.Offset, step.Length, message);
}
