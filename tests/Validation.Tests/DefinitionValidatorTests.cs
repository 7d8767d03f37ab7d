using Compiled.Language.Binding;

namespace Compiled.Validation.Tests;

/// <summary>Definitions judged in AWS's words. FEATURES L-460 to L-466; the measured ones are published in floci-io/floci, issues 2670 to 2968.</summary>
public sealed class DefinitionValidatorTests
{
    private static string[] Judge(string definition, MachineType type = MachineType.Standard, bool includeWarnings = false) =>
        [.. DefinitionValidator.Validate(definition, type, includeWarnings).Select(static diagnostic => diagnostic.ToString())];

    private static string State(string state) => "{\"StartAt\":\"A\",\"States\":{\"A\":" + state + "}}";

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("[]")]
    [InlineData("1")]
    public void Validate_NoObject_SaysSoWithoutALocation(string definition) =>
        Assert.Equal(["SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object"], Judge(definition));

    [Theory]
    [InlineData("""{"StartAt" "A"}""")]
    [InlineData("""{"StartAt":"A", /* of it */ "States":{"A":{"Type":"Nope"}}}""")]
    public void Validate_BrokenJson_HasACodeOfItsOwn(string definition) => Assert.Equal("INVALID_JSON_DESCRIPTION", Assert.Single(DefinitionValidator.Validate(definition, default)).Code);

    [Theory]
    [InlineData("{}", "[States, StartAt] at /")]
    [InlineData("""{"States":{"A":{"Type":"Succeed"}}}""", "[StartAt] at /")]
    [InlineData("""{"StartAt":"A"}""", "[States] at /")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Parallel","End":true,"Branches":[{}]}}}""", "[States, StartAt] at /States/A/Branches[0]")]
    public void Validate_MissingParts_AreToldInOne(string definition, string end) =>
        Assert.Equal([$"SCHEMA_VALIDATION_FAILED: These fields are required: {end}"], Judge(definition));

    [Theory]
    [InlineData("""{"Type":"Wait","Timestamp":"2016-12-05 21:29:29Z","End":true}""", "String does not match RFC3339 timestamp at /States/A/Timestamp")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::dynamodb:query","End":true}""", "The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource")]
    [InlineData("""{"Type":"Pass","Parameters":{"x.$":"States.Nope()"},"End":true}""", "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"Credentials":{"Other":"x"},"End":true}""", "The field 'RoleArn' is required but was missing at /States/A/Credentials")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{},"End":true}""", "The field 'FunctionName' is required but was missing at /States/A/Parameters")]
    [InlineData("""{"Type":"Pass","TimeoutSeconds":5,"End":true}""", "Field 'TimeoutSeconds' is not supported at /States/A")]
    [InlineData("""{"Type":"Pass","Output":5,"End":true}""", "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/A")]
    [InlineData("""{"Type":"Parallel","Branches":[],"End":true}""", "Value cannot be empty at /States/A/Branches")]
    public void Validate_SchemaFault_IsToldInAwsWords(string state, string end) => Assert.Equal([$"SCHEMA_VALIDATION_FAILED: {end}"], Judge(State(state)));

    [Theory]
    [InlineData("arn:aws:states:::states:startExecution.sync", "Express state machine does not support '.sync' service integration at /States/A/Resource")]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Express state machine does not support '.waitForTaskToken' service integration  at /States/A/Resource")]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:a", "Express state machine does not support Activity ARN at /States/A/Resource")]
    public void Validate_ResourceThatExpressLacks_IsToldInAwsWords(string resource, string end) =>
        Assert.Equal([$"SCHEMA_VALIDATION_FAILED: {end}"], Judge(State($$"""{"Type":"Task","Resource":"{{resource}}","End":true}"""), MachineType.Express));

    [Fact]
    public void Validate_StateOfTheOtherLanguage_IsToldAtTheState() => Assert.Equal(
        ["SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/A"],
        Judge("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"QueryLanguage":"JSONPath","Type":"Succeed"}}}"""));

    [Theory]
    [InlineData("1 +", "INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output")]
    [InlineData("phone", "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported. at /States/A/Output")]
    public void Validate_Expression_IsToldInAwsWords(string expression, string expected) =>
        Assert.Equal([expected], Judge(State($$"""{"QueryLanguage":"JSONata","Type":"Pass","Output":"{% {{expression}} %}","End":true}""")));

    [Fact]
    public void Validate_UnknownTarget_AndWhatItLeavesBehind_AreBothTold() => Assert.Equal(
        ["MISSING_TRANSITION_TARGET: Missing 'Next' target: pass3 at /States/pass1/Next", "MISSING_TRANSITION_TARGET: State \"pass2\" is not reachable. at /States/pass2"],
        Judge("""{"StartAt":"pass1","States":{"pass1":{"Type":"Pass","Next":"pass3"},"pass2":{"Type":"Pass","End":true}}}"""));

    [Fact]
    public void Validate_UnknownTargetOfARule_IsToldAtItsPlace() => Assert.Equal(
        ["MISSING_TRANSITION_TARGET: Missing 'Next' target: X at /States/A/Choices[0]/Next", "MISSING_TRANSITION_TARGET: Missing 'Next' target: Y at /States/A/Default", "MISSING_END_STATE: Workflow has no terminal state"],
        Judge(State("""{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"X"}],"Default":"Y"}""")));

    [Theory]
    [InlineData("""{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"}}""")]
    [InlineData("""{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"},"C":{"Type":"Pass","Next":"A"}}""")]
    public void Validate_NoEnd_SaysOnlyThat(string states) =>
        Assert.Equal(["MISSING_END_STATE: Workflow has no terminal state"], Judge("{\"StartAt\":\"A\",\"States\":" + states + "}"));

    [Fact]
    public void Validate_Warnings_AreToldWhereWanted()
    {
        string definition = State("""{"Type":"Pass","Parameters":{"x":"$.y"},"End":true}""");
        Assert.Empty(Judge(definition));
        Assert.Equal(("WARNING", "NO_DOLLAR", "/States/A/Parameters/x"), DefinitionValidator.Validate(definition, default, includeWarnings: true).Select(static found => (found.Severity, found.Code, found.Location)).Single());
    }

    [Fact]
    public void Describe_SeveralDiagnostics_AreJoined() => Assert.Equal(
        "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'",
        DefinitionValidator.Describe(DefinitionValidator.Validate("""{"StartAt":"A"}""", default)));

    [Fact]
    public void Validate_DistributedMapOrJsonata_IsNotRefusedForWhatIsNotCompiled() => Assert.Empty(
        Judge("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Succeed"}}}}}}"""));
}
