using Compiled.Compilation;
using Compiled.Execution;
using Compiled.Language.Faults;
using Compiled.Tests.Redriving;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// Emitted code when an execution is redriven: each state type in both query languages, among few states and among many, where no object is
/// kept in locals. FEATURES, docs/decisions/0012.
/// </summary>
public sealed class RedriveTests
{
    private const string Task = "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:f\"";

    // Tasks fail until a redrive; the input is {"a":1}.
    [Theory]
    [InlineData("Task", "JSONPath", """ "A":{"Type":"Pass","Result":5,"ResultPath":"$.b","Next":"S"},"S":{«Task»,"Parameters":{"x.$":"$.b"},"ResultPath":"$.r","OutputPath":"$","End":true}""",
        "Failed Bad: no", """{"a":1,"b":5,"r":{"x":5}}""")]
    [InlineData("Task in JSONata", "JSONata", """ "A":{"Type":"Pass","Output":{"b":5},"Next":"S"},"S":{«Task»,"Arguments":{"x":"{% $states.input.b %}"},"Output":"{% [$states.input, $states.result] %}","End":true}""",
        "Failed Bad: no", """[{"b":5},{"x":5}]""")]
    [InlineData("Task whose parameters failed", "JSONPath", """ "A":{«Task»,"Parameters":{"x.$":"$$.Execution.RedriveTime"},"End":true}""",
        "Failed States.Runtime", """{"x":"2024-01-01T01:00:00.000Z"}""")]
    [InlineData("Task whose arguments failed", "JSONata", """ "A":{«Task»,"Arguments":"{% $states.context.Execution.RedriveTime ? $states.input : $error('none') %}","End":true}""",
        "Failed States.QueryEvaluationError", """{"a":1}""")]
    [InlineData("Task whose output failed", "JSONata", """ "A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:ok","Output":"{% $states.context.Execution.RedriveTime ? $states.input : $error('none') %}","End":true}""",
        "Failed States.QueryEvaluationError", """{"a":1}""")]
    [InlineData("Task whose ResultPath failed", "JSONPath", """ "A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:ok","ResultPath":"$.r","OutputPath":"$.r.a.b","End":true}""",
        "Failed States.Runtime", "Failed States.Runtime")]
    [InlineData("Pass", "JSONPath", """ "A":{"Type":"Pass","Result":5,"ResultPath":"$.b","Next":"S"},"S":{"Type":"Pass","Parameters":{"x.$":"$.b","t.$":"$$.Execution.RedriveTime"},"End":true}""",
        "Failed States.Runtime", """{"x":5,"t":"2024-01-01T01:00:00.000Z"}""")]
    [InlineData("Pass in JSONata", "JSONata", """ "A":{"Type":"Pass","Output":{"b":5},"Next":"S"},"S":{"Type":"Pass","Output":"{% $states.context.Execution.RedriveTime ? $states.input : $error('none') %}","End":true}""",
        "Failed States.QueryEvaluationError", """{"b":5}""")]
    [InlineData("Choice", "JSONPath", """ "A":{"Type":"Choice","Choices":[{"Variable":"$$.Execution.RedriveCount","NumericGreaterThan":0,"Next":"S"}]},"S":{"Type":"Pass","End":true}""",
        "Failed States.Runtime", """{"a":1}""")]
    [InlineData("Choice in JSONata", "JSONata", """ "A":{"Type":"Choice","Choices":[{"Condition":"{% $states.context.Execution.RedriveCount > 0 %}","Next":"S"}]},"S":{"Type":"Pass","End":true}""",
        "Failed States.Runtime", """{"a":1}""")]
    [InlineData("Succeed", "JSONPath", """ "A":{"Type":"Succeed","OutputPath":"$$.Execution.RedriveTime"}""",
        "Failed States.Runtime", "\"2024-01-01T01:00:00.000Z\"")]
    [InlineData("Succeed in JSONata", "JSONata", """ "A":{"Type":"Succeed","Output":"{% $states.context.Execution.RedriveTime ? 1 : $error('none') %}"}""",
        "Failed States.QueryEvaluationError", "1")]
    [InlineData("Fail", "JSONPath", """ "A":{"Type":"Fail","ErrorPath":"States.Format('E{}', $$.Execution.RedriveCount)"}""", "Failed E0", "Failed E1")]
    [InlineData("Fail in JSONata", "JSONata", """ "A":{"Type":"Fail","Error":"{% 'E' & $states.context.Execution.RedriveCount %}"}""", "Failed E0", "Failed E1")]
    [InlineData("Wait that failed", "JSONPath", """ "A":{"Type":"Wait","TimestampPath":"$$.Execution.RedriveTime","End":true}""", "Failed States.Runtime", """{"a":1}""")]
    [InlineData("Wait that failed in JSONata", "JSONata", """ "A":{"Type":"Wait","Timestamp":"{% $states.context.Execution.RedriveTime ? $states.context.Execution.StartTime : $error('none') %}","End":true}""",
        "Failed States.QueryEvaluationError", """{"a":1}""")]
    [InlineData("Parallel", "JSONPath", """ "A":{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}},{"StartAt":"C","States":{"C":{"Type":"Pass","Result":3,"ResultPath":"$.c","Next":"D"},"D":{«Task»,"End":true}}}],"End":true}""",
        "Failed Bad", """[{"a":1},{"a":1,"c":3}]""")]
    [InlineData("Parallel in JSONata", "JSONata", """ "A":{"Type":"Parallel","Arguments":{"p":"{% $states.input.a %}"},"Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}},{"StartAt":"D","States":{"D":{«Task»,"End":true}}}],"Output":"{% [$states.input, $states.result] %}","End":true}""",
        "Failed Bad", """[{"a":1},{"p":1},{"p":1}]""")]
    [InlineData("Map", "JSONPath", """ "Z":{"Type":"Pass","Result":[1,2,3],"ResultPath":"$.items","Next":"A"},"A":{"Type":"Map","MaxConcurrency":1,"ItemsPath":"$.items","ItemSelector":{"v.$":"$$.Map.Item.Value","a.$":"$.a"},"ItemProcessor":{"StartAt":"T","States":{"T":{«Task»,"End":true}}},"ResultPath":"$.r","End":true}""",
        "Failed Bad", """{"a":1,"items":[1,2,3],"r":[{"v":1,"a":1},{"v":2,"a":1},{"v":3,"a":1}]}""")]
    [InlineData("Map in JSONata", "JSONata", """ "A":{"Type":"Map","MaxConcurrency":1,"Items":[1,2],"ItemSelector":{"v":"{% $states.context.Map.Item.Value %}","a":"{% $states.input.a %}"},"ItemProcessor":{"StartAt":"T","States":{"T":{«Task»,"End":true}}},"End":true}""",
        "Failed Bad", """[{"v":1,"a":1},{"v":2,"a":1}]""")]
    [InlineData("Map whose item failed", "JSONPath", """ "Z":{"Type":"Pass","Result":[1,2],"Next":"A"},"A":{"Type":"Map","MaxConcurrency":1,"ItemSelector":{"t.$":"$$.Execution.RedriveTime"},"ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Pass","End":true}}},"End":true}""",
        "Failed States.Runtime", """[{"t":"2024-01-01T01:00:00.000Z"},{"t":"2024-01-01T01:00:00.000Z"}]""")]
    [InlineData("Variables", "JSONPath", """ "A":{"Type":"Pass","Assign":{"x.$":"$.a"},"Next":"S"},"S":{«Task»,"Parameters":{"x.$":"$x"},"End":true}""", "Failed Bad", """{"x":1}""")]
    [InlineData("Variables of a branch", "JSONata", """ "A":{"Type":"Pass","Assign":{"x":1},"Next":"P"},"P":{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","Assign":{"y":"{% $x + 1 %}"},"Next":"D"},"D":{«Task»,"Arguments":"{% [$x, $y] %}","End":true}}}],"End":true}""",
        "Failed Bad", "[[1,2]]")]
    public void State_ThatFailed_GoesOnWithTheInputItHad(string name, string language, string states, string failure, string outcome)
    {
        foreach (RedriveHost host in Hosts(states, language, frame => frame.State.Resource.EndsWith(":ok", StringComparison.Ordinal) || frame.Run.RedriveCount > 0 ? frame.Arguments : Failure))
        {
            Assert.StartsWith(failure, host.Outcome, StringComparison.Ordinal);
            host.Redrive();
            Assert.True(host.Outcome.StartsWith(outcome, StringComparison.Ordinal), $"{name}: {host.Outcome}");
        }
    }

    [Theory]
    [InlineData("JSONPath", "\"SecondsPath\":\"$.a\"")]
    [InlineData("JSONata", "\"Seconds\":\"{% $states.input.a %}\"")]
    public void Wait_ThatWasStopped_WaitsAgain(string language, string field)
    {
        foreach (RedriveHost host in Hosts($$"""
            "W":{"Type":"Wait",{{field}},"Next":"P"},"P":{"Type":"Pass","End":true}
            """, language, _ => default))
        {
            Assert.Equal("W(1)", host.Outcome);
            host.Stop();
            host.News();
            host.Redrive();
            Assert.Equal("W(1)", host.Outcome);
            host.Fire("W");
            Assert.Equal("""{"a":1}""", host.Outcome);
            Assert.Equal(["ExecutionRedriven", "WaitStateExited", "PassStateEntered"], host.News()[..3].Select(line => line.Split(' ')[1]));
        }
    }

    [Theory]
    [InlineData("JSONPath")]
    [InlineData("JSONata")]
    public void Retry_AfterARedrive_StartsAgain(string language)
    {
        int calls = 0;
        foreach (RedriveHost host in Hosts(
            """
            "A":{«Task»,"Retry":[{"ErrorEquals":["Bad"],"MaxAttempts":1}],"Next":"P"},
            "P":{"Type":"Parallel","Retry":[{"ErrorEquals":["Bad"],"MaxAttempts":1}],"Branches":[{"StartAt":"B","States":{"B":{«Task»,"End":true}}}],"End":true}
            """, language, frame => ++calls % 4 == 0 ? $"{frame.State.Name}{frame.RetryCount}" : Failure))
        {
            calls = 0;
            foreach (string state in new[] { "A", "P" })
            {
                for (int round = 0; round < 2; round++)
                {
                    Assert.Equal($"{state}(1)", host.Outcome);
                    host.Fire(state);
                    if (round == 1)
                        break;
                    Assert.Equal("Failed Bad: no", host.Outcome);
                    host.Redrive();
                }
            }

            Assert.Equal("[\"B0\"]", host.Outcome);
        }
    }

    // Objects whose members are in locals where the Choice fails: one, and two that meet, of which one then gets a member more.
    [Theory]
    [InlineData("""
        "A":{"Type":"Pass","Parameters":{"i.$":"$.a","n":2},"Next":"C"},
        "C":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.i","NumericEquals":1},{"Variable":"$$.Execution.RedriveCount","NumericGreaterThan":0}],"Next":"B"}]},
        "B":{"Type":"Pass","Parameters":{"sum.$":"States.MathAdd($.i, $.n)","i.$":"$.i"},"Next":"D"},
        "D":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.sum","NumericEquals":3},{"Variable":"$$.Execution.RedriveCount","NumericGreaterThan":1}],"Next":"E"}]},
        "E":{"Type":"Succeed"}
        """, """{"sum":3,"i":1}""")]
    [InlineData("""
        "A":{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":1,"Next":"X"}],"Default":"Y"},
        "X":{"Type":"Pass","Parameters":{"i.$":"$.a","x":2},"Next":"C"},
        "Y":{"Type":"Pass","Parameters":{"i.$":"$.a","y":2},"Next":"C"},
        "C":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.i","NumericEquals":1},{"Variable":"$$.Execution.RedriveCount","NumericGreaterThan":1}],"Next":"B"}]},
        "B":{"Type":"Pass","Parameters":{"i.$":"$.i"},"ResultPath":"$.j","Next":"E"},
        "E":{"Type":"Succeed"}
        """, """{"i":1,"x":2,"j":{"i":1}}""")]
    [InlineData("""
        "A":{"Type":"Pass","Parameters":{"i.$":"$.a","n":2},"Next":"M"},
        "M":{"Type":"Pass","Result":5,"ResultPath":"$.n","Next":"C"},
        "C":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.n","NumericEquals":5},{"Variable":"$$.Execution.RedriveCount","NumericGreaterThan":1}],"Next":"E"}]},
        "E":{"Type":"Succeed"}
        """, """{"i":1,"n":5}""")]
    public void Object_KeptInLocals_IsTakenFromTheData(string states, string outcome)
    {
        foreach (RedriveHost host in Hosts(states, "JSONPath", _ => default, keepsObjects: true))
        {
            Assert.StartsWith("Failed States.Runtime", host.Outcome, StringComparison.Ordinal);
            host.Redrive();
            host.Redrive();
            Assert.Equal(outcome, host.Outcome);
        }
    }

    [Fact]
    public void RetryCount_InASecondVisitInJsonata_StartsAtZero()
    {
        // L-092.
        List<int> counts = [];
        RedriveHost host = Hosts(
            """
            "T":{«Task»,"Retry":[{"ErrorEquals":["Bad"]}],"Next":"C"},
            "C":{"Type":"Choice","Choices":[{"Condition":"{% $states.input < 4 %}","Next":"T"}],"Default":"E"},"E":{"Type":"Succeed"}
            """, "JSONata", frame =>
            {
                counts.Add(frame.RetryCount);
                return counts.Count == 1 ? Failure : counts.Count;
            }).First();
        host.Fire("T");
        Assert.Equal("4", host.Outcome);
        Assert.Equal([0, 1, 0, 0], counts);
    }

    [Fact]
    public void DistributedMap_ThatFailed_TakesItsRunOn()
    {
        foreach (RedriveHost host in Hosts(
            """
            "Z":{"Type":"Pass","Result":[1,2],"Next":"M"},
            "M":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"T","States":{"T":{"Type":"Pass","End":true}}},"End":true}
            """, "JSONPath", _ => default))
        {
            host.Reply("M", Failure);
            Assert.Equal("Failed Bad: no", host.Outcome);
            host.News();
            host.Redrive();
            host.Reply("M", JsonValue.Parse("[3,4]"));
            Assert.Equal("[3,4]", host.Outcome);
            Assert.Equal(
                ["ExecutionRedriven", "MapRunRedriven", "MapRunSucceeded", "MapStateSucceeded", "MapStateExited", "ExecutionSucceeded"],
                host.News().Select(line => line.Split(' ')[1]));
        }
    }

    private static JsonValue Failure => JsonValue.Failure(new Values.Fault("Bad", "no"));

    /// <summary>The definition as it is, and among more states than objects are kept apart in.</summary>
    private static IEnumerable<RedriveHost> Hosts(string states, string language, Func<Frame, JsonValue> task, bool keepsObjects = false)
    {
        string start = states[(states.IndexOf('"', StringComparison.Ordinal) + 1)..];
        string padding = string.Concat(Enumerable.Range(0, 17).Select(i => $$""","Pad{{i}}":{"Type":"Pass","Next":"Pad{{(i + 1) % 17}}"}"""));
        foreach (string more in new[] { "", padding })
        {
            string definition = "{\"QueryLanguage\":\"" + language + "\",\"StartAt\":\"" + start[..start.IndexOf('"', StringComparison.Ordinal)] + "\",\"States\":{" + states + more + "}}";
            CompiledDefinition compiled = DefinitionCompiler.Compile(new DefinitionSource(definition.Replace("«Task»", Task, StringComparison.Ordinal), "test"));
            Assert.Empty(compiled.Faults.Where(fault => fault.Severity == Severity.Error).Select(fault => fault.ToString()));
            Assert.Empty(compiled.Messages.Select(message => message.ToString()));
            Assert.True(!keepsObjects || more.Length > 0 || compiled.Code.Contains("_Whole(", StringComparison.Ordinal), compiled.Code);
            yield return new RedriveHost(compiled.Create(), """{"a":1}""", task);
        }
    }
}
