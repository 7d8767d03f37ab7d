using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.Binding;

/// <summary>Fields and expressions of the other query language. FEATURES L-006, L-023, L-025, L-026, L-051.</summary>
public sealed class LanguageFaultTests
{
    [Theory]
    [InlineData("\"InputPath\":\"$\"")]
    [InlineData("\"OutputPath\":\"$\"")]
    [InlineData("\"Parameters\":{}")]
    [InlineData("\"Result\":{}")]
    [InlineData("\"ResultPath\":null")]
    public void JsonPathInJsonata_FieldOfAPass_IsReported(string field)
    {
        string name = field.Split('"')[1];
        Only(
            OneState("{\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"End\":true,«" + field.Replace("\":", "\"»:", StringComparison.Ordinal) + "}"),
            "jsonpath-in-jsonata", "/States/A/" + name, $"'{name}' is a JSONPath field, but the query language here is JSONata");
    }

    [Fact]
    public void JsonPathInJsonata_RequiredFields_AreNotMissedToo() => All(
        """
        {"QueryLanguage":"JSONata","StartAt":"W","States":{
          "W":{"Type":"Wait","SecondsPath":"$.s","Next":"C"},
          "C":{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"S"}],"Default":"S"},
          "S":{"Type":"Succeed"}}}
        """,
        "jsonpath-in-jsonata /States/W/SecondsPath",
        "jsonpath-in-jsonata /States/C/Choices/0/Variable",
        "jsonpath-in-jsonata /States/C/Choices/0/IsNull");

    [Fact]
    public void JsonataInJsonPath_Output_IsReportedAtItsKey() => Only(
        OneState("""{"Type":"Pass",«"Output"»:1,"End":true}"""),
        "jsonata-in-jsonpath", "/States/A/Output", "'Output' is a JSONata field, but the query language here is JSONPath");

    [Fact]
    public void JsonataInJsonPath_Condition_IsReportedAlone() => All(
        OneState("""{"Type":"Choice","Choices":[{"Condition":"{% true %}","Next":"A"}]}"""),
        "missing-terminal /States", "jsonata-in-jsonpath /States/A/Choices/0/Condition");

    [Fact]
    public void JsonataInJsonPath_InsideAJsonataMap_SaysWhoseLanguageCounts() => Only(
        OneState("""{"Type":"Map","QueryLanguage":"JSONata","End":true,"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass",«"Output"»:1,"End":true}}}}"""),
        "jsonata-in-jsonpath", "/States/A/ItemProcessor/States/I/Output",
        "'Output' is a JSONata field, but the query language here is JSONPath; a state inside 'A' takes the machine's query language, not that of 'A'");

    [Fact]
    public void JsonataInJsonPath_ExpressionForANumber_IsReported() => Only(
        OneState("""{"Type":"Wait","Seconds":«"{% 1 %}"»,"End":true}"""),
        "jsonata-in-jsonpath", "/States/A/Seconds", "'Seconds' is a JSONata expression, but the query language here is JSONPath");

    [Fact]
    public void QueryLanguageDowngrade_OfAState_IsReportedAtTheValue() => Only(
        """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","QueryLanguage":«"JSONPath"»,"InputPath":"$","End":true}}}""",
        "query-language-downgrade", "/States/A/QueryLanguage", "'QueryLanguage' is 'JSONPath', but the machine says 'JSONata', and no state of it can go back");

    [Fact]
    public void BadQueryLanguage_UnknownName_GoesOnAsJsonata() => Only(
        """{"QueryLanguage":«"jsonata"»,"StartAt":"A","States":{"A":{"Type":"Pass","Output":1,"End":true}}}""",
        "bad-query-language", "/QueryLanguage", "'QueryLanguage' is 'jsonata'; expected 'JSONPath' or 'JSONata'; did you mean 'JSONata'?");

    [Theory]
    [InlineData("\"{% 1\"")]
    [InlineData("\"1 %}\"")]
    public void JsonataDelimiter_OneWithoutTheOther_IsReported(string value) => All(
        OneState($$"""{"Type":"Wait","QueryLanguage":"JSONata","Seconds":{{value}},"Output":{"a":[{{value}}]},"End":true}"""),
        "jsonata-delimiter /States/A/Seconds", "jsonata-delimiter /States/A/Output/a/0");

    [Fact]
    public void BadType_WhereAnExpressionWouldDo_SaysSo() => Only(
        OneState("""{"Type":"Task","QueryLanguage":"JSONata","Resource":"arn:aws:lambda:::function:f","Arguments":«123»,"End":true}"""),
        "bad-type", "/States/A/Arguments", "'Arguments' is a number; expected an object or a JSONata expression");
}
