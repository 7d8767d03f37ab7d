namespace Compiled.Language.Tests.Schema;

/// <summary>Definitions that the schema must accept, and broken ones with what it must find.</summary>
public static class SchemaCases
{
    /// <summary>Id and definition.</summary>
    public static TheoryData<string, string> Accepted => new()
    {
        { "wait", State(""" "Type": "Wait", "Seconds": 0, "End": true """) },
        { "wait-placeholder", State(""" "Type": "Wait", "Seconds": "${Delay}", "End": true """) },
        { "wait-expression", Jsonata(""" "Type": "Wait", "Seconds": "{% $states.input.s %}", "End": true """) },
        { "wait-timestamp", State(""" "Type": "Wait", "Timestamp": "2030-01-31T08:00:00.5+01:00", "End": true """) },
        { "jsonata-state", State(""" "Type": "Task", "QueryLanguage": "JSONata", "Resource": "R", "Arguments": "{% $x %}", "Output": 1, "End": true """) },
        { "result-path-null", State(""" "Type": "Pass", "ResultPath": null, "Result": [1], "End": true """) },
        { "parameters", State(""" "Type": "Pass", "Parameters": { "a.$": "$.b", "c": [{ "d.$": "States.UUID()" }], "e": "${X}" }, "End": true """) },
        { "assign", State(""" "Type": "Pass", "Assign": { "x": 1, "y.$": "$.b" }, "End": true """) },
        { "fail", State(""" "Type": "Fail", "ErrorPath": "$.e", "CausePath": "States.Format('{}', $.c)" """) },
        { "retry", State(""" "Type": "Task", "Resource": "R", "Retry": [{ "ErrorEquals": ["A", "States.Timeout"], "BackoffRate": 1.5, "JitterStrategy": "FULL" }, { "ErrorEquals": ["States.ALL"] }], "End": true """) },
        { "choice", Choice(""" "Not": { "And": [{ "Variable": "$.a", "IsPresent": true }, { "Variable": "$.a", "StringEqualsPath": "$$.b" }] }, "Next": "A" """) },
        { "choice-jsonata", Jsonata(""" "Type": "Choice", "Choices": [{ "Condition": "{% true %}", "Next": "A", "Assign": { "x": 1 }, "Output": {} }] """) },
        {
            "distributed", State("""
                "Type": "Map", "Label": "L", "ToleratedFailurePercentage": 2.5, "End": true,
                "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b" }, "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a"] } },
                "ItemBatcher": { "MaxItemsPerBatchPath": "$.n", "BatchInput": { "a.$": "$.b" } },
                "ResultWriter": { "WriterConfig": { "OutputType": "JSONL", "Transformation": "COMPACT" } },
                "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }
                """)
        },
        // The flow inside takes the machine's language, not that of the state around it.
        {
            "jsonata-map-in-jsonpath-machine", State("""
                "Type": "Map", "QueryLanguage": "JSONata", "Items": [1], "End": true,
                "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Pass", "InputPath": "$.a", "End": true } } }
                """)
        },
    };

    /// <summary>Id, definition, and every place that is wrong.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { "no-object", "[]", ": type; : type" },
        { "no-start", """{ "States": { "A": { "Type": "Succeed" } } }""", """: required StartAt""" },
        { "no-states", """{ "StartAt": "A" }""", """: required States""" },
        { "empty-states", """{ "StartAt": "A", "States": {} }""", "/States: minProperties" },
        { "long-name", $$"""{ "StartAt": "A", "States": { "{{new string('n', 81)}}": { "Type": "Succeed" } } }""", $"/States/{new string('n', 81)}: maxLength" },
        { "missing-type", State(""" "Next": "B" """), "/States/A: required Type" },
        { "unknown-type", State(""" "Type": "Tusk", "End": true """), "/States/A/Type: enum" },
        { "unknown-field", State(""" "Type": "Pass", "Nxt": "A", "End": true """), "/States/A/Nxt: not allowed" },
        { "field-of-another-type", State(""" "Type": "Succeed", "End": true """), "/States/A/End: not allowed" },
        { "jsonata-field", State(""" "Type": "Pass", "Output": 1, "End": true """), "/States/A/Output: not allowed" },
        { "jsonpath-field", Jsonata(""" "Type": "Pass", "ResultPath": "$", "End": true """), "/States/A/ResultPath: not allowed" },
        { "downgrade", Jsonata(""" "Type": "Pass", "QueryLanguage": "JSONPath", "End": true """), "/States/A/QueryLanguage: enum; /States/A/QueryLanguage: enum" },
        { "next-and-end", State(""" "Type": "Pass", "Next": "A", "End": true """), "/States/A: oneOf" },
        { "neither-next-nor-end", State(""" "Type": "Pass" """), "/States/A: oneOf" },
        { "end-false", State(""" "Type": "Pass", "End": false """), "/States/A/End: anyOf" },
        { "no-resource", State(""" "Type": "Task", "End": true """), "/States/A: required Resource" },
        { "wrong-type", State(""" "Type": "Task", "Resource": 1, "End": true """), "/States/A/Resource: type" },
        { "out-of-range", State(""" "Type": "Task", "Resource": "R", "TimeoutSeconds": 0, "End": true """), "/States/A/TimeoutSeconds: minimum" },
        { "fraction", State(""" "Type": "Wait", "Seconds": 1.5, "End": true """), "/States/A/Seconds: type" },
        { "expression-in-jsonpath", State(""" "Type": "Wait", "Seconds": "{% 1 %}", "End": true """), "/States/A/Seconds: pattern" },
        { "two-times", State(""" "Type": "Wait", "Seconds": 1, "SecondsPath": "$.a", "End": true """), "/States/A: oneOf" },
        { "bad-timestamp", State(""" "Type": "Wait", "Timestamp": "tomorrow", "End": true """), "/States/A/Timestamp: pattern" },
        { "exclusive", State(""" "Type": "Fail", "Error": "E", "ErrorPath": "$.e" """), "/States/A: not" },
        { "no-path", State(""" "Type": "Pass", "InputPath": "a", "End": true """), "/States/A/InputPath: pattern" },
        { "variable-as-result-path", State(""" "Type": "Pass", "ResultPath": "$x", "End": true """), "/States/A/ResultPath: pattern" },
        { "payload", State(""" "Type": "Pass", "Parameters": [{ "a.$": 1 }], "End": true """), "/States/A/Parameters/0/a.$: type" },
        { "reserved-variable", State(""" "Type": "Pass", "Assign": { "states.$": "$" }, "End": true """), "/States/A/Assign/states.$: pattern" },
        { "catch-all-not-alone", State(""" "Type": "Task", "Resource": "R", "Catch": [{ "ErrorEquals": ["States.ALL", "B"], "Next": "A" }], "End": true """), "/States/A/Catch/0/ErrorEquals: maxItems" },
        { "no-choices", State(""" "Type": "Choice", "Choices": [] """), "/States/A/Choices: minItems" },
        { "two-operators", Choice(""" "Variable": "$.a", "StringEquals": "b", "IsPresent": true, "Next": "A" """), "/States/A/Choices/0: oneOf" },
        { "no-variable", Choice(""" "StringEquals": "b", "Next": "A" """), "/States/A/Choices/0: anyOf" },
        { "next-inside", Choice(""" "And": [{ "Variable": "$.a", "IsNull": true, "Next": "A" }], "Next": "A" """), "/States/A/Choices/0/And/0/Next: not allowed" },
        { "no-condition", Jsonata(""" "Type": "Choice", "Choices": [{ "Next": "A" }] """), "/States/A/Choices/0: required Condition" },
        { "inner-state", State(""" "Type": "Parallel", "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Pass" } } }], "End": true """), "/States/A/Branches/0/States/B: oneOf" },
        { "no-processor", State(""" "Type": "Map", "End": true """), "/States/A: oneOf" },
        {
            "no-execution-type",
            State(""" "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" }, "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }, "End": true """),
            "/States/A/ItemProcessor/ProcessorConfig: required ExecutionType"
        },
    };

    private static string State(string members) => $$"""{ "StartAt": "A", "States": { "A": { {{members}} } } }""";

    private static string Jsonata(string members) => $$"""{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { {{members}} } } }""";

    private static string Choice(string members) => State($$""" "Type": "Choice", "Choices": [{ {{members}} }] """);
}
