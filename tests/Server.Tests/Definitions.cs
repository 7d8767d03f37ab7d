namespace Server.Tests;

/// <summary>Definitions that tests create machines of.</summary>
internal static class Definitions
{
    public const string Pass = """{"StartAt":"Done","States":{"Done":{"Type":"Pass","End":true}}}""",
        Wait = """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":60,"End":true}}}""",
        Fail = """{"StartAt":"Fail","States":{"Fail":{"Type":"Fail","Error":"Oops","Cause":"It broke."}}}""";

    public static string Result(string text) => """{"StartAt":"Done","States":{"Done":{"Type":"Pass","Result":"TEXT","End":true}}}""".Replace("TEXT", text, StringComparison.Ordinal);
}
