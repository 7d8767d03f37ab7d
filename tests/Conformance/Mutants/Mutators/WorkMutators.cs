using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks Tasks and Maps.</summary>
internal static class WorkMutators
{
    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(TaskFaults.BadResource, "no ARN", static definition => Tasks(definition).Select(static task => Resource(task, "Charge"))),
        new(TaskFaults.BadResource, "action", static definition => Integrations(definition).Where(static task => !task.Arn.Service.StartsWith("aws-sdk", StringComparison.Ordinal))
            .Select(static task => Resource(task, task.Resource.Replace(":" + task.Arn.Action, ":x" + task.Arn.Action, StringComparison.Ordinal)))),
        new(TaskFaults.BadResource, "SDK action's case", static definition => Integrations(definition).Where(static task => task.Arn.Service.StartsWith("aws-sdk", StringComparison.Ordinal))
            .Select(static task => Resource(task, task.Resource.Replace(":" + task.Arn.Action, ":" + char.ToUpperInvariant(task.Arn.Action[0]) + task.Arn.Action[1..], StringComparison.Ordinal)))),
        new(TaskFaults.BadResource, "pattern", static definition => Integrations(definition).Where(static task => task.Arn is { Service: "dynamodb" or "sns" or "sqs" or "lambda", Pattern: IntegrationPattern.RequestResponse })
            .Select(static task => Resource(task, task.Resource + ".sync"))),
        new(TaskFaults.BadCredentials, "no role", static definition => Tasks(definition).Where(static task => task.Source["Credentials"] is null)
            .Select(static task => new Mutation(task.Source.Pointer, Edit.Add(task.Source, "\"Credentials\":{}")))),
        new(TaskFaults.ExpressUnsupportedIntegration, "Express", static definition => Tasks(definition)
            .Where(static task => task.Arn.Pattern != IntegrationPattern.RequestResponse || task.Arn.Kind == ResourceKind.Activity).Select(static task => new Mutation(task.Source.Pointer))) { Type = MachineType.Express },
        new(TaskFaults.MissingParameter, "removed", static definition => Integrations(definition).SelectMany(static task => Required(task)).Select(static at => new Mutation(at.Task.Source.Pointer, Edit.Remove(at.Holder, at.Member)))),
        new(TaskFaults.MissingParameter, "misspelt", static definition => Integrations(definition).SelectMany(static task => Required(task)).Select(static at => new Mutation(at.Task.Source.Pointer, Edit.Rename(at.Member, at.Member.Name.Remove(1, 1))))),
        new(TaskFaults.MissingParameter, "SDK parameter's case", static definition => Integrations(definition).Where(static task => task.Arn.Service.StartsWith("aws-sdk", StringComparison.Ordinal))
            .SelectMany(static task => task.Source["Parameters"] is ObjectNode parameters ? parameters.Members.Select(member => new Mutation(task.Source.Pointer, Edit.Rename(member, char.ToLowerInvariant(member.Name[0]) + member.Name[1..]))) : [])),
        new(TaskFaults.BadParameterType, "number", static definition => Integrations(definition).Where(static task => task.Arn.Service is "dynamodb" or "aws-sdk:dynamodb")
            .SelectMany(static task => task.Source["Parameters"] is not ObjectNode parameters ? [] : new[] { "Key", "Item", "ExpressionAttributeValues" }.Select(name => parameters[name]).OfType<ObjectNode>()
                .Select(values => new Mutation(task.Source.Pointer, Edit.Add(values, "\"mutant\":{\"N\":5}"))))),
        new(TaskFaults.TaskTokenNotPassed, "other path", static definition => Tasks(definition).Where(static task => task.QueryLanguage == QueryLanguage.JsonPath && task.Arn.Pattern == IntegrationPattern.WaitForTaskToken)
            .Select(static task => (Task: task, Tokens: Tokens(task))).Where(static at => at.Tokens.Length > 0)
            .Select(static at => new Mutation(at.Task.Source.Pointer, [.. at.Tokens.Select(static member => Edit.Replace(member.Value, "\"$$.Execution.Id\""))]))),
        new(MapFaults.BadLabel, "sign", static definition => Maps(definition).Select(static map => new Mutation(map.Source.Pointer, Edit.Set(map.Source, "Label", "\"a*b\"")))),
        new(MapFaults.BadLabel, "length", static definition => Maps(definition).Select(static map => new Mutation(map.Source.Pointer, Edit.Set(map.Source, "Label", JsonText.Quote(new string('a', 41)))))),
        new(MapFaults.DuplicateLabel, "two Maps", static definition => Maps(definition).Skip(1).Select(map => new Mutation(
            map.Source.Pointer, Edit.Set(Maps(definition).First().Source, "Label", "\"mutant\""), Edit.Set(map.Source, "Label", "\"mutant\"")))),
        new(MapFaults.ItemsNotArray, "text", static definition => Maps(definition).Where(map => map.QueryLanguage == QueryLanguage.JsonPath && map.ItemReader is null && definition.OnlyWayTo(map) is not null)
            .Select(map => new Mutation(map.Source.Pointer, [
                .. SoundDefinition.Between(definition.OnlyWayTo(map)!, "Mutant", "\"Mutant\":{\"Type\":\"Pass\",\"Result\":{\"mutant\":\"a,b\"},\"Next\":" + JsonText.Quote(map.Name) + "}"),
                Edit.Set(map.Source, "InputPath", "\"$\""), Edit.Set(map.Source, "ItemsPath", "\"$.mutant\"")]))),
        new(MapFaults.DistributedOnlyField, "inline", static definition => Maps(definition).Where(static map => !map.IsDistributed)
            .Select(static map => new Mutation(map.Source.Pointer, Edit.Set(map.Source, "ToleratedFailureCount", "1")))),
        new(MapFaults.DistributedOnlyField, "mode", static definition => Maps(definition).Where(static map => map.IsDistributed && (map.ItemReader ?? map.ItemBatcher ?? map.ResultWriter) is not null)
            .Select(static map => new Mutation(map.Source.Pointer, Edit.Replace(((ObjectNode)map.Source["ItemProcessor"]!)["ProcessorConfig"]!, "{\"Mode\":\"INLINE\"}")))),
    ];

    private static IEnumerable<TaskState> Tasks(SoundDefinition definition) => definition.Machine.States.OfType<TaskState>();

    private static IEnumerable<MapState> Maps(SoundDefinition definition) => definition.Machine.States.OfType<MapState>();

    private static IEnumerable<TaskState> Integrations(SoundDefinition definition) => Tasks(definition).Where(static task => task.Arn is { Kind: ResourceKind.Integration, HasPlaceholder: false });

    private static Mutation Resource(TaskState task, string resource) => new(task.Source.Pointer, Edit.Set(task.Source, "Resource", JsonText.Quote(resource)));

    private static JsonMember[] Tokens(TaskState task) =>
        [.. Written.Texts(task, "Parameters").Select(static at => at.Member).Where(static member => member.Text().Contains("$$.Task", StringComparison.Ordinal) || member.Text() == "$$")];

    // By the services' own documents, not by the table of the rule.
    private static IEnumerable<(TaskState Task, ObjectNode Holder, JsonMember Member)> Required(TaskState task)
    {
        string[] names = $"{task.Arn.Service}:{task.Arn.Action}" switch
        {
            "lambda:invoke" => ["FunctionName"],
            "sqs:sendMessage" => ["QueueUrl", "MessageBody"],
            "sns:publish" => ["Message"],
            "states:startExecution" => ["StateMachineArn"],
            "dynamodb:putItem" => ["TableName", "Item"],
            "dynamodb:getItem" or "dynamodb:updateItem" or "dynamodb:deleteItem" => ["TableName", "Key"],
            "glue:startJobRun" => ["JobName"],
            "events:putEvents" => ["Entries"],
            "batch:submitJob" => ["JobDefinition", "JobQueue"],
            "athena:startQueryExecution" => ["QueryString"],
            "ecs:runTask" => ["TaskDefinition"],
            "codebuild:startBuild" => ["ProjectName"],
            "bedrock:invokeModel" => ["ModelId"],
            _ => [],
        };
        return task.Source["Parameters"] is not ObjectNode parameters
            ? []
            : parameters.Members.Where(member => names.Contains(member.Name.Replace(".$", "", StringComparison.Ordinal))).Select(member => (task, parameters, member));
    }
}
