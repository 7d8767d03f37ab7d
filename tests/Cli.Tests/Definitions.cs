namespace Cli.Tests;

/// <summary>Definitions that the tests of several commands use.</summary>
internal static class Definitions
{
    public const string Pass = """{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"ok":true},"End":true}}}""";

    public const string Fails = """{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"Order.Rejected","Cause":"No stock."}}}""";

    public const string WaitsADay = """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":86400,"End":true}}}""";

    public const string FansOut = """
        {"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"Parts","Items":[1,2,"x"],"QueryLanguage":"JSONata","ToleratedFailureCount":2,"ItemProcessor":{
          "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"Sort","States":{
            "Sort":{"Type":"Choice","QueryLanguage":"JSONata","Choices":[{"Condition":"{% $states.input = 'x' %}","Next":"Bad"}],"Default":"Good"},
            "Good":{"Type":"Succeed"},"Bad":{"Type":"Fail","Error":"Odd"}}},"End":true}}}
        """;

    public const string CallsPay = """
        {"StartAt":"Pay","States":{"Pay":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:pay","End":true}}}
        """;

    public const string Adds = """
        {"QueryLanguage":"JSONata","StartAt":"A","States":{
          "A":{"Type":"Pass","Assign":{"n":"{% $states.input.n %}"},"Next":"B"},
          "B":{"Type":"Choice","Choices":[{"Condition":"{% $n > 1 %}","Output":{"sum":"{% $n + 1 %}"},"Next":"C"}],"Default":"D"},
          "C":{"Type":"Succeed"},
          "D":{"Type":"Fail","Error":"TooSmall","Cause":"{% 'It is ' & $n %}"}}}
        """;

    public const string UnknownNext = """
        {
          "StartAt": "A",
          "States": {
            "A": { "Type": "Pass", "Next": "Shp" },
            "Ship": { "Type": "Succeed" }
          }
        }
        """;

    public const string Distributed = """
        {"StartAt":"Each","States":{"Each":{"Type":"Map","End":true,
          "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"in","Key":"items.csv"},"ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":"FIRST_ROW"}},
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3600,"End":true}}}}}}
        """;
}
