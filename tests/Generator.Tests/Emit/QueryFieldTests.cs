using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>What the fields of JSONata states take, and AWS's words for what they don't. FEATURES L-054, L-057 to L-063.</summary>
public sealed class QueryFieldTests
{
    private const string Prefix = "States.QueryEvaluationError: An error occurred while executing the state 'A' (entered at the event id #2). ";

    [Theory]
    [InlineData("\"Output\":\"{% $none %}\"", "$none", "Output", "returned nothing (undefined).")]
    [InlineData("\"Output\":{\"a\":{\"b\":[1,\"{% $states.input.none %}\"]}}", "$states.input.none", "Output/a/b/1", "returned nothing (undefined).")]
    [InlineData("\"Assign\":{\"x\":\"{%  $none  %}\"}", "$none", "Assign/x", "returned nothing (undefined).")]
    [InlineData("\"Output\":\"{% $sum %}\"", "$sum", "Output", "returned an unsupported result type.")]
    [InlineData("\"Output\":\"{% [1, {'f': function($x) { $x }}] %}\"", "[1, {'f': function($x) { $x }}]", "Output", "returned an unsupported result type.")]
    [InlineData("\"Output\":\"{% $lookup('x', 1)() %}\"", "$lookup('x', 1)()", "Output", "threw an error during evaluation. T0410: Argument 2 of function \"lookup\" does not match function signature")]
    [InlineData("\"Output\":{\"r\":\"{% $none() %}\"}", "$none()", "Output/r", "threw an error during evaluation. T1006: Attempted to invoke a non-function")]
    public async Task Template_WhoseExpressionGivesNoJson_FailsAtItsPlace(string field, string expression, string place, string what)
    {
        Ran ran = await Ran.Of("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass",""" + field + ""","End":true}}}""", allowsWarnings: true);

        string cause = $"An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression '{expression}' specified for the field '{place}' {what}";
        Assert.Equal("States.QueryEvaluationError: " + cause, ran.Outcome);
        // AWS evaluates before it writes the entry, so the failure's previous event is the entry's own.
        Assert.Equal(["ExecutionStarted<-0", "PassStateEntered<-0", "EvaluationFailed<-0", "ExecutionFailed<-3"], ran.Events);
        using var details = System.Text.Json.JsonDocument.Parse(Assert.Single(ran.Details("EvaluationFailed")));
        Assert.Equal(
            ("A", "States.QueryEvaluationError", cause, place),
            (details.RootElement.GetProperty("state").GetString(), details.RootElement.GetProperty("error").GetString(),
                details.RootElement.GetProperty("cause").GetString(), details.RootElement.GetProperty("location").GetString()));
    }

    [Theory]
    [InlineData("\"Type\":\"Wait\",\"Seconds\":\"{% 'x' %}\",\"End\":true", "The JSONata expression ''x'' specified for the field 'Seconds' returned an unexpected result type. Expected 'number', but was 'string' for value: \"x\"")]
    [InlineData("\"Type\":\"Wait\",\"Seconds\":\"{% 1.5 %}\",\"End\":true", "The JSONata expression '1.5' specified for the field 'Seconds' returned an unexpected value. Expected a whole number from 0 to 9223372036854775807, but was: 1.5")]
    [InlineData("\"Type\":\"Wait\",\"Seconds\":\"{% -$states.input.n %}\",\"End\":true", "The JSONata expression '-$states.input.n' specified for the field 'Seconds' returned an unexpected value. Expected a whole number from 0 to 9223372036854775807, but was: -1")]
    [InlineData("\"Type\":\"Wait\",\"Timestamp\":\"{% $states.input.n %}\",\"End\":true", "The JSONata expression '$states.input.n' specified for the field 'Timestamp' returned an unexpected result type. Expected 'string', but was 'number' for value: 1")]
    [InlineData("\"Type\":\"Choice\",\"Choices\":[{\"Condition\":\"{% $states.input.n %}\",\"Next\":\"Z\"}]", "The JSONata expression '$states.input.n' specified for the field 'Choices/0/Condition' returned an unexpected result type. Expected 'boolean', but was 'number' for value: 1")]
    [InlineData("\"Type\":\"Fail\",\"Error\":\"{% $states.input.n %}\"", "The JSONata expression '$states.input.n' specified for the field 'Error' returned an unexpected result type. Expected 'string', but was 'number' for value: 1")]
    [InlineData("\"Type\":\"Map\",\"Items\":\"{% $states.input.n %}\",\"ItemProcessor\":{\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Succeed\"}}},\"End\":true", "The JSONata expression '$states.input.n' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'number' for value: 1")]
    [InlineData("\"Type\":\"Map\",\"Items\":\"{% $sum %}\",\"ItemProcessor\":{\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Succeed\"}}},\"End\":true", "The JSONata expression '$sum' specified for the field 'Items' returned an unsupported result type.")]
    [InlineData("\"Type\":\"Map\",\"ItemProcessor\":{\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Succeed\"}}},\"End\":true", "Map state input must be an array but was: {\"n\":1}")]
    [InlineData("\"Type\":\"Map\",\"Items\":[1],\"MaxConcurrency\":\"{% 'x' %}\",\"ItemProcessor\":{\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Succeed\"}}},\"End\":true", "The JSONata expression ''x'' specified for the field 'MaxConcurrency' returned an unexpected result type. Expected 'number', but was 'string' for value: \"x\"")]
    [InlineData("«Task»,\"TimeoutSeconds\":\"{% 0 %}\",\"End\":true", "The JSONata expression '0' specified for the field 'TimeoutSeconds' returned an unexpected value. Expected a whole number from 1 to 99999999, but was: 0")]
    [InlineData("«Task»,\"HeartbeatSeconds\":\"{% null %}\",\"End\":true", "The JSONata expression 'null' specified for the field 'HeartbeatSeconds' returned an unexpected result type. Expected 'number', but was 'null' for value: null")]
    [InlineData("«Task»,\"Credentials\":{\"RoleArn\":\"{% $states.input.n %}\"},\"End\":true", "The JSONata expression '$states.input.n' specified for the field 'Credentials/RoleArn' returned an unexpected result type. Expected 'string', but was 'number' for value: 1")]
    public async Task Field_GivenAnotherType_SaysWhatItExpected(string state, string cause)
    {
        Ran ran = await Ran.Of("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{""" + state + """},"Z":{"Type":"Choice","Choices":[{"Condition":true,"Next":"Z2"},{"Condition":false,"Next":"Z"}]},"Z2":{"Type":"Succeed"}}}""", """{"n":1}""", allowsWarnings: true);

        Assert.Equal(Prefix + cause, ran.Outcome);
    }

    /// <summary>L-255, L-258: what a Wait may not wait for.</summary>
    [Theory]
    [InlineData("\"Timestamp\":\"{% $states.input.t %}\"", "{\"t\":\"2024-06-01 12:00:00\"}", "States.QueryEvaluationError", "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: 2024-06-01 12:00:00")]
    [InlineData("\"Seconds\":\"{% $states.input.t %}\"", "{\"t\":2147483648}", "States.Runtime", "Wait state delay is too long.")]
    public async Task Wait_ForWhatIsNoTime_Fails(string field, string input, string error, string cause)
    {
        Ran ran = await Ran.Of("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Wait",""" + field + ""","End":true}}}""", input);

        Assert.Equal($"{error}: An error occurred while executing the state 'A' (entered at the event id #2). {cause}", ran.Outcome);
    }

    /// <summary>L-448: an expression without end is an error like any other.</summary>
    [Fact]
    public async Task Expression_ThatNeverEnds_FailsAndCanBeCaught()
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{«Task»,"Arguments":"{% ($f := function($n) { 1 + $f($n) }; $f(1)) %}","Catch":[{"ErrorEquals":["States.QueryEvaluationError"],"Output":"{% $contains($states.errorOutput.Cause, 'U1001') %}","Next":"Z"}],"End":true},
              "Z":{"Type":"Succeed"}}}
            """);

        Assert.Equal("true", ran.Outcome);
    }
}
