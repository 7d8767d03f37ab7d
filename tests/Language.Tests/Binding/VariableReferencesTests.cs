using Compiled.Language.Binding;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.Binding;

/// <summary>Which variables a state reads. FEATURES L-076, L-082.</summary>
public sealed class VariableReferencesTests
{
    private const string Reader = "\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",";
    private const string Processor = "\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"},\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Succeed\"}}}";

    [Theory]
    [InlineData("\"Type\":\"Wait\",\"Seconds\":\"{% $a + $sum($b) %}\"", "a b")]
    [InlineData("\"Type\":\"Pass\",\"Output\":{\"x\":[\"{% $a.b %}\",\"$c\"]},\"Assign\":{\"a\":\"{% $d %}\",\"e\":1}", "a d")]
    [InlineData("\"Type\":\"Pass\",\"Output\":\"{% ($a := $a + 1; $f := function($x){ $x > 0 ? $f($x - 1) : $b }; $f($a)) %}\"", "a b")]
    [InlineData("\"Type\":\"Pass\",\"Output\":\"{% [$states.input, $now(), $uppercase, $nothing()] %}\"", "")]
    [InlineData("\"Type\":\"Pass\",\"Output\":\"{% $sum %}\",\"Assign\":{\"sum\":1}", "sum")]
    [InlineData("\"Type\":\"Pass\",\"Output\":\"{% ($f := function(){ $v }; $v := 1; $f()) %}\"", "")]
    [InlineData("\"Type\":\"Pass\",\"Output\":\"{% ($f := function(){ $v }; $v := 1; $f()) %}\",\"Assign\":{\"v\":1}", "v")]
    [InlineData("\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:::function:f\",\"Arguments\":{\"x\":\"{% $a %}\"},\"TimeoutSeconds\":\"{% $b %}\",\"HeartbeatSeconds\":\"{% $c %}\",\"Credentials\":{\"RoleArn\":\"{% $d %}\"},\"Catch\":[{\"ErrorEquals\":[\"E\"],\"Next\":\"A\",\"Output\":\"{% $e %}\",\"Assign\":{\"z\":\"{% $f %}\"}}]", "a b c d e f")]
    [InlineData("\"Type\":\"Map\",\"Items\":\"{% $a %}\",\"ItemSelector\":{\"x\":\"{% $b %}\"},\"MaxConcurrency\":\"{% $c %}\",\"ToleratedFailureCount\":\"{% $d %}\"," + Processor, "a b c d")]
    [InlineData("\"Type\":\"Map\"," + Reader + "\"Arguments\":{\"Bucket\":\"{% $a %}\",\"Key\":\"k\"},\"ReaderConfig\":{\"InputType\":\"JSON\",\"MaxItems\":\"{% $b %}\"}},\"ItemBatcher\":{\"MaxItemsPerBatch\":\"{% $c %}\",\"BatchInput\":{\"x\":\"{% $d %}\"}},\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:putObject\",\"Arguments\":{\"Bucket\":\"{% $e %}\"}}," + Processor, "a b c d e")]
    public void Of_AJsonataState_AreTheVariablesOfItsExpressions(string state, string names) => Assert.Equal(names, Names(
        "{\"QueryLanguage\":\"JSONata\",\"End\":true," + state + "}"));

    [Fact]
    public void Of_AFail_AreThoseOfErrorAndCause() => Assert.Equal("a b", Names(
        """{"QueryLanguage":"JSONata","Type":"Fail","Error":"{% $a %}","Cause":"{% $b %}"}"""));

    [Fact]
    public void Of_AMapThatReadsItems_AreThoseOfItsSettingsToo() => Assert.Equal("a b c", Names(
        "{\"End\":true,\"Type\":\"Map\"," + Reader + "\"Parameters\":{\"Bucket.$\":\"$a\",\"Key\":\"$x\"},\"ReaderConfig\":{\"InputType\":\"JSON\",\"MaxItemsPath\":\"$b\"}},\"ItemBatcher\":{\"MaxItemsPerBatchPath\":\"$c.n\"}," + Processor + "}"));

    [Fact]
    public void Of_AChoice_AreThoseOfItsRules()
    {
        Machine machine = Machine("""
            {"QueryLanguage":"JSONata","StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Condition":"{% $a %}","Next":"E","Output":"{% $b %}","Assign":{"x":"{% $c %}"}}],"Default":"E","Output":"{% $d %}"},
              "E":{"Type":"Succeed","Output":"{% $e %}"}}}
            """);

        Assert.Equal(["a", "b", "c", "d"], VariableReferences.Of(machine.States[0]));
        Assert.Equal(["e"], VariableReferences.Of(machine.States[1]));
        Assert.True(machine.UsesVariables);
    }

    private static string Names(string state)
    {
        BoundMachine bound = MachineBinder.Bind(OneState(state));
        Assert.DoesNotContain(bound.Faults, fault => fault.Severity == Compiled.Language.Faults.Severity.Error);
        return string.Join(" ", VariableReferences.Of(bound.Machine!.States[0]));
    }
}
