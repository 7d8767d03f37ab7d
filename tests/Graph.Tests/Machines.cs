using Compiled.Language.Binding;

namespace Graph.Tests;

/// <summary>Machines bound from text, for tests.</summary>
internal static class Machines
{
    public const string Order = """
        {
          "Comment": "An order",
          "StartAt": "Check",
          "States": {
            "Check": {
              "Type": "Choice",
              "Choices": [
                { "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Reserve" },
                { "Variable": "$.gift", "IsPresent": true, "Next": "Reserve" }
              ],
              "Default": "Refuse"
            },
            "Reserve": {
              "Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Next": "Each",
              "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Refuse" } ]
            },
            "Each": {
              "Type": "Map",
              "ItemsPath": "$.items",
              "ItemProcessor": { "StartAt": "Pick", "States": { "Pick": { "Type": "Pass", "End": true } } },
              "Next": "Both"
            },
            "Both": {
              "Type": "Parallel",
              "Branches": [
                { "StartAt": "Pack", "States": { "Pack": { "Type": "Wait", "Seconds": 120, "End": true } } },
                { "StartAt": "Bill", "States": { "Bill": { "Type": "Succeed" } } }
              ],
              "End": true
            },
            "Refuse": { "Type": "Fail", "Error": "Refused" }
          }
        }
        """;

    public static Machine Bind(string text)
    {
        BoundMachine bound = MachineBinder.Bind(text);
        Assert.True(bound.Machine is not null, string.Join("\n", bound.Faults.Select(fault => fault.Message)));
        return bound.Machine!;
    }
}
