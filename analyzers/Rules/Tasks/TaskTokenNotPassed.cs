using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A task that waits for its token and gives it to nobody, so it waits until it times out. RULES.md, callback-without-token; FEATURES L-215.</summary>
public sealed class TaskTokenNotPassed : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (TaskState task in machine.States.OfType<TaskState>())
        {
            if (task.Arn.Pattern != IntegrationPattern.WaitForTaskToken || Passes(task))
                continue;
            bool isJsonata = task.QueryLanguage == QueryLanguage.Jsonata;
            (string field, string token) = isJsonata ? ("Arguments", "{% $states.context.Task.Token %}") : ("Parameters", "$$.Task.Token");
            string at = task.Source[field] is null ? "Resource" : field;
            report(TaskFaults.TaskTokenNotPassed.AtFieldName(task.Source, at, $"Task '{task.Name}' waits for its token and passes it to nobody; expected '{token}' in '{field}'"));
        }
    }

    private static bool Passes(TaskState task) => task.QueryLanguage == QueryLanguage.Jsonata
        ? Strings(task.Source["Arguments"]).Any(text => JsonataText.TryRead(text, out JsonataText? expression) && MayRead(expression.Expression))
        : PathUses.Find(task).Any(use => use.Field == "Parameters" && Reads(use.Path));

    // '$$' alone passes the token with all the rest of the context object.
    private static bool Reads(PathExpression path) =>
        path.Root == PathRoot.Context && path.Steps.Take(2).Zip(["Task", "Token"], (step, name) => step is not NameStep named || named.Name == name).All(fits => fits);

    // Without a word on what else of $states or its context is read, both may be passed whole.
    private static bool MayRead(string expression) =>
        expression.Contains("Token") || EndsAfter(expression, "$states") || EndsAfter(expression, "context") || expression.Contains("$lookup");

    private static bool EndsAfter(string expression, string word)
    {
        for (int i = expression.IndexOf(word, StringComparison.Ordinal); i >= 0; i = expression.IndexOf(word, i + 1, StringComparison.Ordinal))
        {
            string rest = expression.Substring(i + word.Length).TrimStart();
            if (rest.Length == 0 || (rest[0] != '.' && !char.IsLetterOrDigit(rest[0])) || rest.StartsWith(".*", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static IEnumerable<StringNode> Strings(JsonNode? node) => node switch
    {
        StringNode text => [text],
        ArrayNode array => array.Items.SelectMany(Strings),
        ObjectNode fields => fields.Members.SelectMany(member => Strings(member.Value)),
        _ => [],
    };
}
