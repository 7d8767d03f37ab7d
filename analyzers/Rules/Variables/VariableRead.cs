using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A place where a state reads a variable.</summary>
internal sealed class VariableRead(State state, string name, TextSpan span, string pointer, bool isGuarded)
{
    /// <summary>The state.</summary>
    public State State { get; } = state;

    /// <summary>The variable's name without its dollar sign.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the expression asks first whether the variable is there.</summary>
    public bool IsGuarded { get; } = isGuarded;

    /// <summary>A fault on the name.</summary>
    public Fault At(FaultDescriptor descriptor, string message) => new(descriptor, message, span, pointer);
}
