using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.States;

/// <summary>What a Task binds to. FEATURES A8, A16, A17.</summary>
public sealed class TaskStateTests
{
    [Fact]
    public void Task_WithoutOptionalFields_HasTheDefaults()
    {
        TaskState task = State<TaskState>("""{"Type":"Task","Resource":"arn:aws:lambda:eu-west-1:123456789012:function:Add","End":true}""");

        Assert.Equal("arn:aws:lambda:eu-west-1:123456789012:function:Add", task.Resource);
        Assert.True(task.IsTerminal && task.InputPath.IsDefault && task.OutputPath.IsDefault && task.ResultPath.IsDefault);
        Assert.Null(task.Next);
        Assert.Null(task.Parameters);
        Assert.Null(task.ResultSelector);
        Assert.Null(task.TimeoutSeconds);
        Assert.Null(task.HeartbeatSeconds);
        Assert.Null(task.Credentials);
        Assert.Null(task.Assign);
        Assert.Empty(task.Retry);
        Assert.Empty(task.Catch);
    }

    [Fact]
    public void Task_WithJsonPathFields_BindsThem()
    {
        TaskState task = State<TaskState>(
            """
            {"Type":"Task","Comment":"c","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","End":true,
             "InputPath":"$.in","OutputPath":null,"ResultPath":"$.out","Parameters":{"a.$":"$.b"},"ResultSelector":{"c.$":"$.d","e":1},
             "TimeoutSecondsPath":"$.t","HeartbeatSeconds":7,"Credentials":{"RoleArn.$":"$.role"},"Assign":{"x.$":"$.y","z":2}}
            """);

        Assert.Equal("c", task.Comment);
        Assert.Equal("$.in", task.InputPath.Path!.Text);
        Assert.True(task.OutputPath.IsNull);
        Assert.Equal("$.out", task.ResultPath.Path!.Text);
        Assert.Equal("$.b", Assert.IsType<PathTemplate>(Assert.Single(Assert.IsType<ObjectTemplate>(task.Parameters).Members).Value).Path.Text);
        Assert.Equal(["c", "e"], Assert.IsType<ObjectTemplate>(task.ResultSelector).Members.Select(member => member.Name));
        Assert.Equal("$.t", task.TimeoutSecondsPath!.Text);
        Assert.Equal(7, task.HeartbeatSeconds);
        Assert.Equal("RoleArn.$", Assert.Single(Assert.IsType<ObjectTemplate>(task.Credentials).Members).WrittenName);
        Assert.Equal(["x", "z"], task.Assign!.Variables.Select(variable => variable.Name));
    }

    [Fact]
    public void Task_WithLiteralAssign_StillListsItsVariables() =>
        Assert.Equal(["x", "y"], State<TaskState>(
            """{"Type":"Task","Resource":"${F}","End":true,"Assign":{"x":1,"y":{"z":2}}}""").Assign!.Variables.Select(variable => variable.Name));

    [Fact]
    public void Task_WithJsonataFields_BindsThem()
    {
        TaskState task = State<TaskState>(
            """
            {"Type":"Task","QueryLanguage":"JSONata","Resource":"${Function}","End":true,"Arguments":"{% $states.input %}","Output":{"a":"{% 1 %}"},
             "TimeoutSeconds":"{% $t %}","HeartbeatSeconds":5,"Credentials":{"RoleArn":"{% $r %}"},
             "Catch":[{"ErrorEquals":["e"],"Next":"A","Output":"{% $states.errorOutput %}","Assign":{"v":"{% 1 %}"}}]}
            """);

        Assert.Equal(" $states.input ", Assert.IsType<JsonataTemplate>(task.Arguments).Expression);
        Assert.IsType<ObjectTemplate>(task.Output);
        Assert.Equal(" $t ", task.TimeoutSecondsExpression!.Expression);
        Assert.Equal(5, task.HeartbeatSeconds);
        Catcher catcher = Assert.Single(task.Catch);
        Assert.Same(task, catcher.Next);
        Assert.IsType<JsonataTemplate>(catcher.Output);
        Assert.Equal("v", Assert.Single(catcher.Assign!.Variables).Name);
    }

    [Fact]
    public void Retry_WithAndWithoutFields_HasValuesAndDefaults()
    {
        // L-332 to L-336.
        TaskState task = State<TaskState>(
            """
            {"Type":"Task","Resource":"${F}","End":true,"Retry":[
              {"ErrorEquals":["a","b"]},
              {"ErrorEquals":["States.ALL"],"IntervalSeconds":3,"MaxAttempts":0,"BackoffRate":1.5,"MaxDelaySeconds":60,"JitterStrategy":"FULL"}]}
            """);

        Assert.Equal(
            [("a,b", 1, 3, 2.0, null, false), ("States.ALL", 3, 0, 1.5, (int?)60, true)],
            task.Retry.Select(r => (string.Join(",", r.ErrorEquals), r.IntervalSeconds, r.MaxAttempts, r.BackoffRate, r.MaxDelaySeconds, r.FullJitter)));
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:1:function:Add", ResourceKind.Lambda, "lambda", "", IntegrationPattern.RequestResponse, "Add")]
    [InlineData("arn:aws:lambda:us-east-1:1:function:Add:$LATEST", ResourceKind.Lambda, "lambda", "", IntegrationPattern.RequestResponse, "Add")]
    [InlineData("arn:aws-cn:states:cn-north-1:1:activity:pick", ResourceKind.Activity, "", "", IntegrationPattern.RequestResponse, "pick")]
    [InlineData("arn:aws:states:::states:startExecution.sync:2", ResourceKind.Integration, "states", "startExecution", IntegrationPattern.Sync2, "startExecution")]
    [InlineData("arn:aws:states:::batch:submitJob.sync", ResourceKind.Integration, "batch", "submitJob", IntegrationPattern.Sync, "submitJob")]
    [InlineData("arn:aws:states:us-east-1:1:aws-sdk:s3:getObject", ResourceKind.Integration, "aws-sdk:s3", "getObject", IntegrationPattern.RequestResponse, "getObject")]
    [InlineData("arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken", ResourceKind.Integration, "aws-sdk:sfn", "startExecution", IntegrationPattern.WaitForTaskToken, "startExecution")]
    public void Resource_Arn_IsTakenApart(string text, ResourceKind kind, string service, string action, IntegrationPattern pattern, string shortName)
    {
        ResourceArn arn = State<TaskState>($$"""{"Type":"Task","Resource":"{{text}}","End":true}""").Arn;

        Assert.Equal(
            (text, kind, service, action, pattern, shortName, false),
            (arn.Text, arn.Kind, arn.Service, arn.Action, arn.Pattern, arn.ShortName, arn.HasPlaceholder));
    }

    [Theory]
    [InlineData("${LambdaArn}", ResourceKind.Other, "", "", "LambdaArn")]
    [InlineData("${Functions.Add.Arn}", ResourceKind.Other, "", "", "FunctionsAddArn")]
    [InlineData("arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}", ResourceKind.Lambda, "lambda", "", "Name")]
    [InlineData("arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:aws-sdk:s3:getObject", ResourceKind.Integration, "aws-sdk:s3", "getObject", "getObject")]
    [InlineData("arn:aws:lambda:::function:${Name}:${Alias}", ResourceKind.Lambda, "lambda", "", "Name")]
    [InlineData("arn:aws:states:::${Service}:${Action}", ResourceKind.Integration, "${Service}", "${Action}", "Action")]
    public void Resource_WithPlaceholders_IsTakenApart(string text, ResourceKind kind, string service, string action, string shortName)
    {
        ResourceArn arn = State<TaskState>($$"""{"Type":"Task","Resource":"{{text}}","End":true}""").Arn;

        Assert.Equal((kind, service, action, shortName, true), (arn.Kind, arn.Service, arn.Action, arn.ShortName, arn.HasPlaceholder));
    }
}
