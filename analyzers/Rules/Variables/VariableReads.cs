using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>Finds where states read variables, in both query languages. FEATURES L-076.</summary>
internal static class VariableReads
{
    private const string Ask = "$exists(";

    /// <summary>The reads of a machine: those in paths, then those in expressions.</summary>
    public static IEnumerable<VariableRead> Find(MachineFindings machine) => OfPaths(machine.Paths).Concat(machine.Expressions.SelectMany(OfExpression));

    private static IEnumerable<VariableRead> OfPaths(IEnumerable<PathUse> paths) =>
        from use in paths
        where use.Path.Root == PathRoot.Variable
        let isGuarded = use.Field == "Choices" && IsPresent(use.Source)
        select new VariableRead(use.State, use.Path.VariableName!, use.Source.SourceSpan(use.Path.Offset, use.Path.VariableName!.Length + 1), use.Source.Pointer, isGuarded);

    private static bool IsPresent(StringNode variable) => (variable.Parent as ObjectNode)?["IsPresent"] is not null;

    private static IEnumerable<VariableRead> OfExpression(ExpressionUse use)
    {
        HashSet<string> askedFor = AskedFor(use.Text.Expression);
        foreach (JsonataReference reference in use.Text.Parsed.Usage.References)
        {
            // A call of what nothing assigns is one of a function, about which the binder has spoken.
            bool isFunction = reference.IsPerhapsLocal || reference.Name is "states" or "eval" || JsonataFunctionTable.Find(reference.Name, JsonataDialect.StepFunctions) is not null;
            if (use.State.Flow.ScopeOf(reference.Name) is null && (isFunction || reference.Call is not null))
                continue;
            yield return new VariableRead(
                use.State, reference.Name, use.Text.SourceSpan(reference.Span.Start, reference.Span.Length), use.Text.Source.Pointer, askedFor.Contains(reference.Name));
        }
    }

    // The variables for which the expression asks: $exists($name).
    private static HashSet<string> AskedFor(string expression)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = expression.IndexOf(Ask, StringComparison.Ordinal); i >= 0; i = expression.IndexOf(Ask, i + Ask.Length, StringComparison.Ordinal))
        {
            int dollar = i + Ask.Length;
            while (dollar < expression.Length && char.IsWhiteSpace(expression[dollar]))
                dollar++;
            int end = dollar + 1;
            while (end < expression.Length && (char.IsLetterOrDigit(expression[end]) || expression[end] == '_'))
                end++;
            if (dollar < expression.Length && expression[dollar] == '$')
                names.Add(expression.Substring(dollar + 1, end - dollar - 1));
        }
        return names;
    }
}
