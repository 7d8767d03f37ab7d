using Compiled.Language.Binding;
using Compiled.Language.Faults;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.Binding;

/// <summary>What the table of fields decides: unknown, missing, of the wrong kind, out of range, exclusive.</summary>
public sealed class FieldFaultTests
{
    [Fact]
    public void UnknownField_OfTheMachine_IsReportedAtItsKeyWithTheNearMiss() => Only(
        """{"StartAt":"A",«"TimeoutSecond"»:1,"States":{"A":{"Type":"Succeed"}}}""",
        "unknown-field", "/TimeoutSecond", "'TimeoutSecond' is not a field of the machine; did you mean 'TimeoutSeconds'?");

    [Fact]
    public void UnknownField_OfAnotherStateType_NamesTheTypesThatHaveIt() => Only(
        OneState("""{"Type":"Pass","End":true,«"Catch"»:[]}"""),
        "unknown-field", "/States/A/Catch", "'Catch' is not a field of a Pass state; it belongs to Task, Parallel and Map states");

    [Theory]
    // L-022, L-024: fields that a type does not have.
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"A"}],"End":true}""", "End")]
    [InlineData("""{"Type":"Succeed","Next":"A"}""", "Next")]
    [InlineData("""{"Type":"Fail","Assign":{}}""", "Assign")]
    [InlineData("""{"Type":"Succeed","Assign":{}}""", "Assign")]
    [InlineData("""{"Type":"Fail","OutputPath":"$"}""", "OutputPath")]
    [InlineData("""{"Type":"Wait","Seconds":1,"End":true,"Parameters":{}}""", "Parameters")]
    [InlineData("""{"Type":"Pass","End":true,"ResultSelector":{}}""", "ResultSelector")]
    [InlineData("""{"Type":"Pass","End":true,"Retry":[]}""", "Retry")]
    [InlineData("""{"Type":"Pass","End":true,"TimeoutSeconds":1}""", "TimeoutSeconds")]
    public void UnknownField_NotInTheMatrix_IsReported(string state, string field) =>
        Assert.Contains(
            MachineBinder.Bind(OneState(state)).Faults,
            fault => (fault.Kind, fault.Pointer) == ("unknown-field", "/States/A/" + field));

    [Fact]
    public void UnknownField_InProcessorBranchRuleRetrierCatcherAndConfigs_IsReported() => All(
        """
        {"StartAt":"P","States":{
          "P":{"Type":"Parallel","Next":"M","Branches":[{"StartAt":"B","States":{"B":{"Type":"Succeed"}},"Version":"1.0"}],
               "Retry":[{"ErrorEquals":["a"],"x":1}],"Catch":[{"ErrorEquals":["a"],"Next":"M","x":1}]},
          "M":{"Type":"Map","Next":"C","ItemProcessor":{"QueryLanguage":"JSONPath","ProcessorConfig":{"x":1},"StartAt":"I","States":{"I":{"Type":"Succeed"}}}},
          "C":{"Type":"Choice","Choices":[{"Not":{"Variable":"$.a","IsNull":true,"Next":"C"},"Next":"S","x":1}],"Default":"S"},
          "S":{"Type":"Succeed"}}}
        """,
        "unknown-field /States/P/Branches/0/Version",
        "unknown-field /States/P/Retry/0/x",
        "unknown-field /States/P/Catch/0/x",
        "unknown-field /States/M/ItemProcessor/QueryLanguage",
        "unknown-field /States/M/ItemProcessor/ProcessorConfig/x",
        "unknown-field /States/C/Choices/0/Not/Next",
        "unknown-field /States/C/Choices/0/x");

    [Fact]
    public void MissingStartAtAndStates_OfAnEmptyObject_AreBothReported() => All("{}", "missing-start-at ", "missing-states ");

    [Fact]
    public void MissingField_OfAState_IsReportedAtItsName() => Only(
        """{"StartAt":"A","States":{«"A"»:{"Type":"Task","End":true}}}""",
        "missing-field", "/States/A", "'Resource' is missing; a Task state must have it");

    [Fact]
    public void MissingField_OfARetrier_IsReportedAtItsBrace() => Only(
        OneState("""{"Type":"Task","Resource":"arn:aws:lambda:::function:f","End":true,"Retry":[«{»"MaxAttempts":1}]}"""),
        "missing-field", "/States/A/Retry/0", "'ErrorEquals' is missing; a retrier must have it");

    [Fact]
    public void MissingField_OneOfSeveral_NamesThem() => Only(
        """{"StartAt":"A","States":{«"A"»:{"Type":"Wait","End":true}}}""",
        "missing-field", "/States/A", "'Seconds' or 'SecondsPath' or 'Timestamp' or 'TimestampPath' is missing; a Wait state must have one of them");

    [Fact]
    public void ConflictingFields_OfOneGroup_AreReportedAtTheSecond() => Only(
        OneState("""{"Type":"Wait","Seconds":1,«"SecondsPath"»:"$.s","End":true}"""),
        "conflicting-fields", "/States/A/SecondsPath", "'SecondsPath' and 'Seconds' exclude each other; keep one of them");

    [Fact]
    public void BadType_OfAState_IsReportedAtTheValue() => Only(
        """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":«"x"»}}""",
        "bad-type", "/States/B", "State 'B' is a string; expected an object");

    [Theory]
    [InlineData("\"Comment\":«1»", "Comment", "'Comment' is a number; expected a string")]
    [InlineData("\"End\":«\"true\"»", "End", "'End' is a string; expected true or false")]
    [InlineData("\"Next\":«7»", "Next", "'Next' is a number; expected the name of a state")]
    [InlineData("\"Assign\":«null»,\"End\":true", "Assign", "'Assign' is null; expected an object")]
    [InlineData("\"InputPath\":«{}»,\"End\":true", "InputPath", "'InputPath' is an object; expected a path or null")]
    public void BadType_OfAField_IsReportedAtTheValue(string field, string name, string message) => Only(
        OneState("{\"Type\":\"Pass\"," + field + (field.Contains("Comment", StringComparison.Ordinal) ? ",\"End\":true}" : "}")),
        "bad-type", "/States/A/" + name, message);

    [Theory]
    [InlineData("«1.5»", "1.5")]
    [InlineData("«0»", "0")]
    [InlineData("«100000000»", "100000000")]
    public void OutOfRange_OfATimeout_NamesValueAndLimits(string value, string shown) => Only(
        OneState($$"""{"Type":"Task","Resource":"arn:aws:lambda:::function:f","TimeoutSeconds":{{value}},"End":true}"""),
        "out-of-range", "/States/A/TimeoutSeconds", $"'TimeoutSeconds' is {shown}; expected an integer from 1 to 99999999");

    [Fact]
    public void OutOfRange_OfABackoffRate_NamesTheLeastValue() => Only(
        OneState("""{"Type":"Task","Resource":"arn:aws:lambda:::function:f","End":true,"Retry":[{"ErrorEquals":["a"],"BackoffRate":«0.5»}]}"""),
        "out-of-range", "/States/A/Retry/0/BackoffRate", "'BackoffRate' is 0.5; expected a number of at least 1");

    [Theory]
    [InlineData("MaxAttempts", "-1")]
    [InlineData("MaxAttempts", "100000000")]
    [InlineData("IntervalSeconds", "0")]
    [InlineData("MaxDelaySeconds", "0")]
    [InlineData("MaxDelaySeconds", "31622401")]
    public void OutOfRange_OfARetrier_IsReported(string field, string value) => All(
        OneState($$"""{"Type":"Task","Resource":"arn:aws:lambda:::function:f","End":true,"Retry":[{"ErrorEquals":["a"],"{{field}}":{{value}}}]}"""),
        "out-of-range /States/A/Retry/0/" + field);

    [Fact]
    public void BadValue_OfAWord_NamesTheWords() => Only(
        OneState("""{"Type":"Task","Resource":"arn:aws:lambda:::function:f","End":true,"Retry":[{"ErrorEquals":["a"],"JitterStrategy":«"full"»}]}"""),
        "bad-value", "/States/A/Retry/0/JitterStrategy", "'JitterStrategy' is 'full'; expected 'FULL' or 'NONE'");

    [Fact]
    public void BadValue_OfTheVersion_IsReported() => Only(
        """{"Version":«"2.0"»,"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""",
        "bad-value", "/Version", "'Version' is '2.0'; expected '1.0'");

    [Fact]
    public void BadValue_EndFalse_IsReported() => Only(
        OneState("""{"Type":"Pass","End":«false»}"""),
        "bad-value", "/States/A/End", "'End' is false; expected true, or 'Next' in its place");

    [Fact]
    public void EmptyValue_OfStates_IsReported() => Only(
        """{"StartAt":"A","States":«{}»}""", "empty-value", "/States", "'States' is empty; expected at least one state");

    [Theory]
    [InlineData("""{"Type":"Parallel","End":true,"Branches":«[]»}""", "/States/A/Branches", "Branches")]
    [InlineData("""{"Type":"Choice","Choices":«[]»,"Default":"A"}""", "/States/A/Choices", "Choices")]
    public void EmptyValue_OfAnArray_IsReported(string state, string pointer, string name) =>
        Assert.Contains(
            MachineBinder.Bind(OneState(state.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal))).Faults,
            fault => (fault.Kind, fault.Pointer, fault.Message) == ("empty-value", pointer, $"'{name}' is empty; expected at least one item"));

    [Fact]
    public void MissingType_OfAState_IsReportedAlone() => Only(
        """{"StartAt":"A","States":{«"A"»:{"Next":"B","Foo":1}}}""",
        "missing-type", "/States/A", "State 'A' has no 'Type'; expected one of Task, Pass, Choice, Wait, Succeed, Fail, Parallel, Map");

    [Fact]
    public void UnknownType_WithANearMiss_NamesIt() => Only(
        OneState("""{"Type":«"pass"»,"End":true}"""),
        "unknown-type", "/States/A/Type", "'Type' is 'pass', which is no type of state; did you mean 'Pass'?");

    [Fact]
    public void Placeholder_InANumber_IsAWarningAndReadsAsTheDefault() => Only(
        OneState("""{"Type":"Wait","Seconds":«"${ReminderTimeout}"»,"End":true}"""),
        "placeholder", "/States/A/Seconds", "'Seconds' is '${ReminderTimeout}'; its placeholder must be replaced before the machine runs as meant",
        Severity.Warning);

    [Fact]
    public void NoPath_TextThatLooksLikeAPath_IsAWarning() => Only(
        OneState("""{"Type":"Fail","Cause":«"$.cause"»}"""),
        "no-path", "/States/A/Cause", "'Cause' takes its value as text, and '$.cause' looks like a path; 'CausePath' would read it", Severity.Warning);

    [Fact]
    public void DefinitionTooLarge_AboveOneMebibyte_IsReported()
    {
        string text = OneState("{\"Type\":\"Succeed\",\"Comment\":\"" + new string('x', 1_048_576) + "\"}");

        Assert.Equal(["definition-too-large"], MachineBinder.Bind(text).Faults.Select(fault => fault.Kind));
    }
}
