using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>Finds where a state reads variables, in both query languages. FEATURES L-076.</summary>
internal static class VariableReads
{
    /// <summary>The reads of a state, its rules and catchers.</summary>
    public static IEnumerable<VariableRead> Find(State state) => state.QueryLanguage == QueryLanguage.JsonPath ? OfPaths(state) : OfExpressions(state);

    private static IEnumerable<VariableRead> OfPaths(State state) =>
        from use in PathUses.Find(state)
        where use.Path.Root == PathRoot.Variable
        let isGuarded = use.Field == "Choices" && IsPresent(use.Source)
        select new VariableRead(state, use.Path.VariableName!, use.Source.SourceSpan(use.Path.Offset, use.Path.VariableName!.Length + 1), use.Source.Pointer, isGuarded);

    private static bool IsPresent(StringNode variable) => (variable.Parent as ObjectNode)?["IsPresent"] is not null;

    private static IEnumerable<VariableRead> OfExpressions(State state)
    {
        foreach ((JsonataText text, _) in ExpressionUses.Find(state))
        {
            foreach (JsonataReference reference in text.Parsed.Usage.References)
            {
                // A call of what nothing assigns is one of a function, about which the binder has spoken.
                bool isFunction = reference.IsPerhapsLocal || reference.Name is "states" or "eval" || JsonataFunctionTable.Find(reference.Name, JsonataDialect.StepFunctions) is not null;
                if (state.Flow.ScopeOf(reference.Name) is null && (isFunction || reference.Call is not null))
                    continue;
                yield return new VariableRead(
                    state, reference.Name, text.SourceSpan(reference.Span.Start, reference.Span.Length), text.Source.Pointer, IsAskedFor(text.Expression, reference.Name));
            }
        }
    }

    private static bool IsAskedFor(string expression, string name)
    {
        const string Ask = "$exists(";
        for (int i = expression.IndexOf(Ask, StringComparison.Ordinal); i >= 0; i = expression.IndexOf(Ask, i + 1, StringComparison.Ordinal))
        {
            if (expression.Substring(i + Ask.Length).TrimStart().StartsWith("$" + name, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
