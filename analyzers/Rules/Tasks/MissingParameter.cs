using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// A parameter that an integration requires and that is absent or misspelt, or one of an SDK integration that does not begin with a capital letter.
/// RULES.md, integration-parameter-missing, sdk-parameter-case.
/// </summary>
public sealed class MissingParameter : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (TaskState task in machine.States.OfType<TaskState>())
        {
            if (!task.Arn.IsKnownIntegration)
                continue;
            string field = task.QueryLanguage == QueryLanguage.Jsonata ? "Arguments" : "Parameters";
            // Without the field the input itself is given, and an expression may give anything.
            if (task.Source[field] is ObjectNode parameters)
                Check(task, field, parameters, report);
        }
    }

    private static void Check(TaskState task, string field, ObjectNode parameters, Action<Fault> report)
    {
        string integration = $"{task.Arn.Service}:{task.Arn.Action}";
        Dictionary<string, JsonMember> given = [];
        foreach (JsonMember member in parameters.EffectiveMembers())
            given[NameOf(member, task.QueryLanguage)] = member;
        var reported = new HashSet<string>();
        foreach (string required in IntegrationParameters.Required(task.Arn.Service, task.Arn.Action))
        {
            string[] names = required.Split('|');
            if (names.Any(given.ContainsKey))
                continue;
            // A key that no name of this table claims may be the misspelt one.
            string? near = names.Select(name => NearMiss.Find(name, given.Keys)).FirstOrDefault(found => found is not null && !IsRequired(task, found));
            string wanted = string.Join("' or '", names);
            if (near is not null && reported.Add(near))
            {
                string meant = names.First(name => NearMiss.Find(name, given.Keys) == near);
                report(TaskFaults.MissingParameter.AtName(given[near], $"'{near}' is no parameter of '{integration}', which needs '{wanted}'; did you mean that?")
                    .Suggesting(Key(given[near], meant)));
            }
            else
                report(TaskFaults.MissingParameter.AtFieldName(task.Source, field, $"'{wanted}' is missing; '{integration}' needs it"));
        }
        if (task.Arn.Service.StartsWith("aws-sdk:", StringComparison.Ordinal))
        {
            foreach ((string name, JsonMember member) in given.Where(pair => IsLower(pair.Key) && !reported.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value)))
            {
                string near = char.ToUpperInvariant(name[0]) + name.Substring(1);
                report(TaskFaults.MissingParameter.AtName(
                    member, $"'{name}' is no parameter of '{integration}'; those of SDK integrations begin with a capital letter; did you mean '{near}'?").Suggesting(Key(member, near)));
            }
        }
    }

    // A key keeps its ending when its name is mended.
    private static string Key(JsonMember written, string name) => written.Name.EndsWith(".$", StringComparison.Ordinal) ? name + ".$" : name;

    private static bool IsRequired(TaskState task, string name) =>
        IntegrationParameters.Required(task.Arn.Service, task.Arn.Action).Any(required => required.Split('|').Contains(name));

    private static bool IsLower(string name) => name.Length > 0 && name[0] is >= 'a' and <= 'z';

    private static string NameOf(JsonMember member, QueryLanguage language) =>
        language == QueryLanguage.JsonPath && member.Name.EndsWith(".$", StringComparison.Ordinal) ? member.Name.Substring(0, member.Name.Length - 2) : member.Name;
}
