using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Language.Binding;

/// <summary>The variables that a state reads, as <c>DescribeStateMachine</c> lists them. FEATURES L-076, L-082.</summary>
public static class VariableReferences
{
    /// <summary>The names, each once, in ordinal order; not <c>states</c>, which is no variable, nor what states inside the state read.</summary>
    public static IReadOnlyList<string> Of(State state) =>
        [.. StateExpressions.Paths(state).SelectMany(PathVariables.Of)
            .Concat(StateExpressions.Texts(state).SelectMany(text => Of(text, state)))
            .Distinct().OrderBy(name => name, StringComparer.Ordinal)];

    // A name that no scope assigns is still a variable, unless it is a function or the expression binds it.
    private static IEnumerable<string> Of(JsonataText text, State state) =>
        from reference in text.Parsed.Usage.References
        where reference.Name != "states"
        where state.Flow.ScopeOf(reference.Name) is not null
            || !(reference.IsPerhapsLocal || reference.Call is not null || JsonataFunctionTable.Find(reference.Name, JsonataDialect.StepFunctions) is not null)
        select reference.Name;
}
