namespace Compiled.Rules.Tests;

/// <summary>Definitions that between them use every state type and both query languages, to be changed at random.</summary>
internal static class FuzzSeeds
{
    /// <summary>The definitions.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        """
        { "StartAt": "Read", "TimeoutSeconds": 900, "States": {
          "Read": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t", "Key": { "id": { "S.$": "$.id" } } },
            "ResultPath": "$.row", "Next": "Known", "Retry": [ { "ErrorEquals": ["DynamoDB.ThrottlingException"], "MaxAttempts": 5, "IntervalSeconds": 2 }, { "ErrorEquals": ["States.TaskFailed"] } ],
            "Catch": [ { "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Pause" } ] },
          "Known": { "Type": "Choice", "Choices": [
            { "And": [ { "Variable": "$.row.Item", "IsPresent": true }, { "Not": { "Variable": "$.row.Item.n.N", "StringMatches": "a*b" } } ], "Next": "Both" },
            { "Or": [ { "Variable": "$.n", "NumericLessThan": 5 }, { "Variable": "$.n", "NumericGreaterThanEqualsPath": "$.m" } ], "Next": "Pause" },
            { "Variable": "$.t", "TimestampLessThan": "2030-01-01T00:00:00Z", "Next": "Both" } ], "Default": "Pause" },
          "Pause": { "Type": "Wait", "SecondsPath": "$.pause", "Next": "Read" },
          "Both": { "Type": "Parallel", "Branches": [
            { "StartAt": "One", "States": { "One": { "Type": "Pass", "Parameters": { "a.$": "States.Format('{} {}', $.id, $.n)", "b.$": "States.ArrayRange(0, 9, 1)" }, "End": true } } },
            { "StartAt": "Two", "States": { "Two": { "Type": "Fail", "ErrorPath": "$.error.Error", "Cause": "none" } } } ], "ResultSelector": { "x.$": "$[0].a" }, "Next": "End" },
          "End": { "Type": "Succeed", "OutputPath": "$.x" } } }
        """,
        """
        { "StartAt": "Each", "States": {
          "Each": { "Type": "Map", "ItemsPath": "$.list", "MaxConcurrency": 4, "ItemSelector": { "v.$": "$$.Map.Item.Value", "x.$": "$x" }, "ResultPath": "$.out", "Next": "Send", "Assign": { "x": 1, "y.$": "$.n" },
            "ItemProcessor": { "StartAt": "Work", "States": {
              "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "TimeoutSeconds": 60, "Next": "Keep" },
              "Keep": { "Type": "Pass", "Result": { "a": { "b": [1, 2] } }, "ResultPath": "$.k.l", "Assign": { "z.$": "$.v" }, "End": true } } } },
          "Send": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 60, "Parameters": { "QueueUrl": "q", "MessageBody": { "t.$": "$$.Task.Token", "y.$": "$y" } },
            "Credentials": { "RoleArn": "arn:aws:iam::123456789012:role/r" }, "Next": "Far" },
          "Far": { "Type": "Map", "Label": "far", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "MaxItemsPath": "$.max" }, "Parameters": { "Bucket.$": "$.b", "Key": "k" } },
            "ItemBatcher": { "MaxItemsPerBatch": 5, "BatchInput": { "x.$": "$x" } }, "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b", "Prefix": "p" } }, "ToleratedFailurePercentage": 5,
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "Child", "States": { "Child": { "Type": "Pass", "InputPath": "$.Items[0]", "End": true } } }, "End": true } } }
        """,
        """
        { "QueryLanguage": "JSONata", "StartAt": "Make", "States": {
          "Make": { "Type": "Pass", "Assign": { "n": "{% $states.input.n + 1 %}", "l": [1, "{% $now() %}"] }, "Output": { "a": "{% $n %}", "b": { "c": "text" } }, "Next": "Pick" },
          "Pick": { "Type": "Choice", "Choices": [ { "Condition": "{% $n > 5 and $exists($l) %}", "Next": "Call", "Assign": { "m": "{% $n %}" }, "Output": "{% $states.input.a %}" },
            { "Condition": "{% $n <= 5 %}", "Next": "Wait" } ] },
          "Wait": { "Type": "Wait", "Seconds": "{% $n * 2 %}", "Next": "Make" },
          "Call": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "f", "Payload": { "x": "{% $map([1..3], function($i) { $i * $n }) %}" } },
            "Output": "{% $states.result.Payload.total %}", "Catch": [ { "ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput %}", "Assign": { "e": "{% $states.errorOutput.Error %}" }, "Next": "Bad" } ], "Next": "Each" },
          "Each": { "Type": "Map", "Items": "{% $l %}", "ItemProcessor": { "StartAt": "In", "States": { "In": { "Type": "Pass", "Output": "{% $string($states.input) & $string($n) %}", "End": true } } }, "End": true },
          "Bad": { "Type": "Fail", "Error": "{% $e %}", "Cause": "{% 'was ' & $e %}" } } }
        """,
    ];
}
