using Compiled.Language.Faults;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.Binding;

/// <summary>Fields that hold paths, and the warnings about text that looks like one. FEATURES L-031 to L-039, L-114, L-262, L-402.</summary>
public sealed class PathFaultTests
{
    [Theory]
    [InlineData("InputPath", "\"input\"", "bad-json-path")]
    [InlineData("OutputPath", "\"States.UUID()\"", "bad-json-path")]
    [InlineData("ResultPath", "\"result\"", "bad-reference-path")]
    [InlineData("ResultPath", "\"$.a[*]\"", "bad-reference-path")]
    [InlineData("ResultPath", "\"$$.a\"", "bad-reference-path")]
    [InlineData("ResultPath", "\"$variable\"", "bad-reference-path")]
    public void BadPath_OfAPass_IsReported(string field, string value, string kind) => All(
        OneState($$"""{"Type":"Pass","End":true,"{{field}}":{{value}}}"""), $"{kind} /States/A/{field}");

    [Fact]
    public void BadReferencePath_Wildcard_IsReportedAtTheStepThatForbidsIt() => Only(
        OneState("""{"Type":"Wait","End":true,"SecondsPath":"$.a«[*]».b"}"""),
        "bad-reference-path", "/States/A/SecondsPath",
        "'SecondsPath': The reference path '$.a[*].b' may name several values by '[*]'; expected only names and single indexes");

    [Theory]
    [InlineData("ErrorPath", "\"States.Foo()\"", "bad-intrinsic")]
    [InlineData("CausePath", "\"States.Array(1)\"", "intrinsic-not-string")]
    [InlineData("CausePath", "\"cause\"", "bad-json-path")]
    public void BadTextPath_OfAFail_IsReported(string field, string value, string kind) => All(
        OneState($$"""{"Type":"Fail","{{field}}":{{value}}}"""), $"{kind} /States/A/{field}");

    [Fact]
    public void BadJsonPath_TextThatIsNoPath_IsReportedAsAWhole() => Only(
        OneState("""{"Type":"Pass","End":true,"InputPath":«"input"»}"""),
        "bad-json-path", "/States/A/InputPath", "'InputPath' is 'input'; expected a path, which starts with '$'");

    [Fact]
    public void PathWithAPlaceholder_IsAWarning() => Only(
        OneState("""{"Type":"Pass","End":true,"InputPath":«"$.${Attribute}"»}"""),
        "placeholder", "/States/A/InputPath", "'InputPath' is '$.${Attribute}'; its placeholder must be replaced before the machine runs as meant",
        Severity.Warning);

    [Fact]
    public void NullItemsPath_IsOfTheWrongType() => All(
        OneState("""{"Type":"Map","ItemsPath":null,"End":true,"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Succeed"}}}}"""),
        "bad-type /States/A/ItemsPath");

    [Fact]
    public void TemplateFaults_InEveryTemplateField_AreReported() => All(
        """
        {"StartAt":"T","States":{
          "T":{"Type":"Task","Resource":"arn:aws:lambda:::function:f","Next":"M","Parameters":{"a.$":"x"},"ResultSelector":{"a.$":"States.No()"},"Assign":{"a.$":1}},
          "M":{"Type":"Map","End":true,"ItemSelector":[{"a":1,"a.$":"$.b"}],"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Succeed"}}}}}}
        """,
        "bad-payload-path /States/T/Parameters/a.$",
        "bad-intrinsic /States/T/ResultSelector/a.$",
        "bad-payload-path /States/T/Assign/a.$",
        "duplicate-payload-key /States/M/ItemSelector/0/a.$");

    [Fact]
    public void PayloadKeyWithoutDollar_IsAWarningAtTheKey() => Only(
        OneState("""{"Type":"Pass","End":true,"Parameters":{"a":[{«"id"»:"$.id"}],"price":"$5"}}"""),
        "payload-key-without-dollar", "/States/A/Parameters/a/0/id",
        "'id' sends '$.id' as text, which looks like a path; the key 'id.$' would evaluate it", Severity.Warning);

    [Fact]
    public void PassResultIsStatic_IsAWarningAtTheKey() => Only(
        OneState("""{"Type":"Pass","End":true,"Result":{«"id.$"»:"$.id","other":"$.x"}}"""),
        "pass-result-is-static", "/States/A/Result/id.$",
        "'$.id' looks like a path, but nothing in 'Result' is evaluated; 'Parameters' would evaluate it", Severity.Warning);
}
