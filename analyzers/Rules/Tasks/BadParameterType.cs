using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// A value of DynamoDB in another type than its key says: numbers travel as text in <c>N</c>. RULES.md, dynamodb-number-not-text.
/// </summary>
public sealed class BadParameterType : Rule
{
    private static readonly string[] s_attributes = ["Key", "Item", "ExpressionAttributeValues", "ExclusiveStartKey", "RequestItems", "TransactItems"];

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (TaskState task in machine.States.OfType<TaskState>().Where(task => task.Arn.Service is "dynamodb" or "aws-sdk:dynamodb"))
        {
            string field = task.QueryLanguage == QueryLanguage.Jsonata ? "Arguments" : "Parameters";
            if (task.Source[field] is not ObjectNode parameters)
                continue;
            foreach (string name in s_attributes)
            {
                if (parameters[name] is { } value)
                    Check(value, report);
            }
        }
    }

    private static void Check(JsonNode node, Action<Fault> report)
    {
        if (node is ArrayNode array)
        {
            foreach (JsonNode item in array.Items)
                Check(item, report);
        }
        if (node is not ObjectNode fields)
            return;
        foreach (JsonMember member in fields.EffectiveMembers())
        {
            if (Wrong(member) is { } wrong)
                report(TaskFaults.BadParameterType.At(wrong.Node, $"'{member.Name}' is {wrong.Found}; DynamoDB takes {wrong.Wanted} there"));
            else
                Check(member.Value, report);
        }
    }

    private static (JsonNode Node, string Found, string Wanted)? Wrong(JsonMember member) => (member.Name, member.Value) switch
    {
        ("N", NumberNode number) => (number, "a number", $"its text, \"{number.Text}\","),
        ("NS", ArrayNode array) when array.Items.FirstOrDefault(item => item is NumberNode) is NumberNode number => (number, "an array of numbers", $"their texts, such as \"{number.Text}\","),
        ("N.$" or "S.$", StringNode text) when GivesNumber(text) => (text, "a number", "text"),
        ("S", NumberNode or BooleanNode) => (member.Value, member.Value.KindName, "text"),
        _ => null,
    };

    private static bool GivesNumber(StringNode text) =>
        IntrinsicParser.LooksLikeIntrinsic(text.Value) && IntrinsicParser.Parse(text.Value, out _) is { Function: IntrinsicFunction.MathAdd or IntrinsicFunction.MathRandom or IntrinsicFunction.ArrayLength };
}
