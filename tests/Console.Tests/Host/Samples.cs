namespace Console.Tests.Host;

/// <summary>Machines that show what the console shows.</summary>
internal static class Samples
{
    /// <summary>A choice, a loop, a Parallel, a Map and a catcher.</summary>
    public const string Order = """
        {
          "Comment": "Takes an order from cart to parcel",
          "QueryLanguage": "JSONata",
          "StartAt": "Check order",
          "States": {
            "Check order": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:check-order",
              "Assign": { "orderId": "{% $states.result.id %}", "total": "{% $states.result.total %}" },
              "Next": "Large order?"
            },
            "Large order?": {
              "Type": "Choice",
              "Choices": [ { "Condition": "{% $total > 1000 %}", "Next": "Ask a person" } ],
              "Default": "Prepare"
            },
            "Ask a person": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:approve",
              "TimeoutSeconds": 3600,
              "Catch": [ { "ErrorEquals": [ "Declined" ], "Next": "Order declined" } ],
              "Next": "Prepare"
            },
            "Prepare": {
              "Type": "Parallel",
              "Branches": [
                {
                  "StartAt": "Charge card",
                  "States": {
                    "Charge card": {
                      "Type": "Task",
                      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                      "Retry": [ { "ErrorEquals": [ "CardBusy" ], "IntervalSeconds": 1, "MaxAttempts": 3, "BackoffRate": 1 } ],
                      "End": true
                    }
                  }
                },
                {
                  "StartAt": "Pick items",
                  "States": {
                    "Pick items": {
                      "Type": "Map",
                      "Items": "{% $states.input.items %}",
                      "MaxConcurrency": 2,
                      "ItemProcessor": {
                        "StartAt": "Reserve",
                        "States": {
                          "Reserve": {
                            "Type": "Task",
                            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:reserve",
                            "Catch": [ { "ErrorEquals": [ "OutOfStock" ], "Next": "Order more" } ],
                            "Next": "Pack"
                          },
                          "Order more": { "Type": "Pass", "Next": "Pack" },
                          "Pack": { "Type": "Pass", "End": true }
                        }
                      },
                      "End": true
                    }
                  }
                }
              ],
              "Next": "Ship"
            },
            "Ship": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship",
              "Retry": [ { "ErrorEquals": [ "NoDriver" ], "IntervalSeconds": 1, "MaxAttempts": 2 } ],
              "Next": "Order done"
            },
            "Order done": { "Type": "Succeed" },
            "Order declined": { "Type": "Fail", "Error": "OrderDeclined", "Cause": "A person said no." }
          }
        }
        """;

    public const string OrderInput = """
        {"id":"A-1042","total":129.5,"items":[{"sku":"lamp","count":1},{"sku":"desk","count":2},{"sku":"chair","count":4}]}
        """;

    /// <summary>States one after another without work.</summary>
    public const string Greeting = """
        {
          "StartAt": "Greet",
          "States": {
            "Greet": { "Type": "Pass", "Result": "hello", "Next": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    /// <summary>One task.</summary>
    public const string Work = """
        {
          "StartAt": "Work",
          "States": {
            "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "Next": "After" },
            "After": { "Type": "Pass", "End": true }
          }
        }
        """;

    /// <summary>Counts to <c>$.n</c> in a loop.</summary>
    public const string Loop = """
        {
          "StartAt": "Begin",
          "States": {
            "Begin": { "Type": "Pass", "Parameters": { "i": 0, "n.$": "$.n" }, "Next": "Count" },
            "Count": { "Type": "Pass", "Parameters": { "i.$": "States.MathAdd($.i, 1)", "n.$": "$.n" }, "Next": "Again?" },
            "Again?": { "Type": "Choice", "Choices": [ { "Variable": "$.i", "NumericLessThanPath": "$.n", "Next": "Count" } ], "Default": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    /// <summary>A Map over <c>$.items</c>; an item of <c>"bad"</c> fails in it.</summary>
    public const string Each = """
        {
          "StartAt": "Each",
          "States": {
            "Each": {
              "Type": "Map",
              "ItemsPath": "$.items",
              "ItemProcessor": {
                "StartAt": "Do",
                "States": { "Do": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:each", "End": true } }
              },
              "End": true
            }
          }
        }
        """;
}
