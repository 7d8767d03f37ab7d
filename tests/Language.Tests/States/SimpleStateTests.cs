using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.States;

/// <summary>What Pass, Wait, Succeed and Fail bind to. FEATURES A9, A11, A12.</summary>
public sealed class SimpleStateTests
{
    [Fact]
    public void Pass_WithResult_KeepsItAsWritten()
    {
        PassState pass = State<PassState>("""{"Type":"Pass","Result":null,"ResultPath":null,"Parameters":[1],"End":true}""");

        Assert.IsType<NullNode>(pass.Result);
        Assert.True(pass.ResultPath.IsNull);
        Assert.IsType<LiteralTemplate>(pass.Parameters);
    }

    [Fact]
    public void Pass_Jsonata_BindsOutputAndAssign()
    {
        PassState pass = State<PassState>("""{"Type":"Pass","QueryLanguage":"JSONata","Output":null,"Assign":{"a":"{% 1 %}"},"End":true}""");

        Assert.Equal("null", pass.Output!.Source.ToCompactJson());
        Assert.IsType<JsonataTemplate>(Assert.Single(pass.Assign!.Variables).Value);
    }

    [Theory]
    [InlineData("\"Seconds\":0", 0L, null, null, null)]
    [InlineData("\"Seconds\":99999999", 99_999_999L, null, null, null)]
    [InlineData("\"SecondsPath\":\"$.s\"", null, "$.s", null, null)]
    [InlineData("\"Timestamp\":\"2016-12-05T21:29:29.000000Z\"", null, null, "2016-12-05T21:29:29.000000Z", null)]
    [InlineData("\"TimestampPath\":\"$$.x\"", null, null, null, "$$.x")]
    public void Wait_EachForm_BindsToOne(string field, long? seconds, string? secondsPath, string? timestamp, string? timestampPath)
    {
        WaitState wait = State<WaitState>("{\"Type\":\"Wait\"," + field + ",\"End\":true}");

        Assert.Equal((seconds, secondsPath, timestamp, timestampPath), (wait.Seconds, wait.SecondsPath?.Text, wait.Timestamp, wait.TimestampPath?.Text));
    }

    [Fact]
    public void Wait_Jsonata_BindsExpressions()
    {
        Assert.Equal("1", State<WaitState>("""{"Type":"Wait","QueryLanguage":"JSONata","Seconds":"{%1%}","End":true}""").SecondsExpression!.Expression);
        Assert.Equal("$t", State<WaitState>("""{"Type":"Wait","QueryLanguage":"JSONata","Timestamp":"{%$t%}","End":true}""").TimestampExpression!.Expression);
    }

    [Fact]
    public void Wait_WithAPlaceholder_WaitsForNothingUntilItIsReplaced() =>
        Assert.Equal(0, Assert.IsType<WaitState>(MachineBinder.Bind(OneState("""{"Type":"Wait","Timestamp":"${When}","End":true}""")).Machine!.States[0]).Seconds);

    [Fact]
    public void Succeed_WithPaths_BindsThem()
    {
        SucceedState succeed = State<SucceedState>("""{"Type":"Succeed","InputPath":"$.a","OutputPath":"$"}""");

        Assert.True(succeed.IsTerminal && succeed.OutputPath.IsDefault && !succeed.InputPath.IsDefault);
    }

    [Fact]
    public void Fail_EachForm_BindsToOne()
    {
        FailState plain = State<FailState>("""{"Type":"Fail","Error":"E","Cause":"C"}""");
        FailState paths = State<FailState>("""{"Type":"Fail","ErrorPath":"$.e","CausePath":"States.Format('{}', $.c)"}""");
        FailState jsonata = State<FailState>("""{"Type":"Fail","QueryLanguage":"JSONata","Error":"{% $e %}","Cause":"C"}""");

        Assert.Equal(("E", "C", true), (plain.Error, plain.Cause, plain.IsTerminal));
        Assert.Equal(("$.e", "ErrorPath"), (Assert.IsType<PathTemplate>(paths.ErrorPath).Path.Text, ((PathTemplate)paths.ErrorPath!).Field));
        Assert.Equal(("States.Format", "CausePath"), (Assert.IsType<IntrinsicTemplate>(paths.CausePath).Call.Name, ((IntrinsicTemplate)paths.CausePath!).Field));
        Assert.Equal((null, " $e ", "C"), (jsonata.Error, jsonata.ErrorExpression!.Expression, jsonata.Cause));
    }
}
