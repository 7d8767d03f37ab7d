using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// A field of the context object that does not exist, or not where it is read. RULES.md, unknown-context-field, map-context-outside-map,
/// token-without-callback.
/// </summary>
public sealed class UnknownContextField : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (PathUse use in MachineFindings.Of(machine).Paths.Where(use => use.Path.Root == PathRoot.Context))
        {
            if (Find(use) is { } found)
                report(use.At(DataFaults.UnknownContextField, found.Step, $"'{use.Path.Text}': {found.What}").Suggesting(found.Near is null ? null : PathNames.Step(found.Near)));
        }
        foreach (ExpressionUse use in MachineFindings.Of(machine).Expressions)
            Check(use.State, use.Field, use.Text, report);
    }

    private static void Check(State state, string field, JsonataText text, Action<Fault> report)
    {
        foreach (JsonataMemberRead read in text.Parsed.Usage.StatesReads.Where(read => read.Member == "context"))
        {
            var names = new List<string>();
            foreach (TextSpan span in ContextNames(text.Expression, read.Span.End))
            {
                names.Add(text.Expression.Substring(span.Start, span.Length));
                if (Find(state, field, names) is not { } found)
                    continue;
                report(text.FaultAt(DataFaults.UnknownContextField, span, $"'$states.context.{string.Join(".", names)}': {found.What}").Suggesting(found.Near));
                break;
            }
        }
    }

    // The plain names that follow: what is filtered or computed is not known.
    private static IEnumerable<TextSpan> ContextNames(string expression, int at)
    {
        while (true)
        {
            int dot = Skip(expression, at);
            int start = dot < expression.Length && expression[dot] == '.' ? Skip(expression, dot + 1) : expression.Length;
            int end = start;
            while (end < expression.Length && (char.IsLetterOrDigit(expression[end]) || expression[end] == '_'))
                end++;
            if (end == start || (end < expression.Length && expression[end] == '('))
                yield break;
            yield return TextSpan.FromBounds(start, end);
            at = end;
        }
    }

    private static int Skip(string expression, int at)
    {
        while (at < expression.Length && char.IsWhiteSpace(expression[at]))
            at++;
        return at;
    }

    // What is wrong with the last of the names.
    private static (string What, string? Near)? Find(State state, string field, List<string> names)
    {
        string last = names[names.Count - 1];
        if (ContextTable.FieldsOf(names.Take(names.Count - 1)) is not { } fields)
            return null;
        if (!fields.Contains(last))
            return ($"the context object has no '{string.Join(".", names)}'{NearMiss.Hint(last, fields)}", NearMiss.Find(last, fields));
        return ContextScopes.WhyAbsent(state, field, last, names.Count) is { } why ? (why, null) : null;
    }

    private static (PathStep Step, string What, string? Near)? Find(PathUse use)
    {
        var names = new List<string>();
        foreach (PathStep step in use.Path.Steps)
        {
            if (step is not NameStep name || Placeholders.Contains(name.Name))
                return null;
            names.Add(name.Name);
            if (Find(use.State, use.Field, names) is { } found)
                return (step, found.What, found.Near);
        }
        return null;
    }
}
