using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>Which handler a Task gets.</summary>
public sealed class HandlerMatcherTests
{
    private const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:ReserveStock";

    [Theory]
    [InlineData(Arn)]
    [InlineData("ReserveStock")]
    [InlineData("Reserve stock")]
    public void Match_ByResourceNameOrState_FindsTheHandler(string resource) =>
        Assert.Equal(resource, HandlerMatcher.Match(Task(Arn), [Handler("Other"), Handler(resource)])?.Resource);

    [Theory]
    [InlineData("reserveStock")]
    [InlineData("Reserve Stock")]
    [InlineData("function:ReserveStock")]
    public void Match_ByAnotherSpelling_FindsNone(string resource) => Assert.Null(HandlerMatcher.Match(Task(Arn), [Handler(resource)]));

    [Fact]
    public void Match_OfSeveral_TakesTheMostSpecific()
    {
        HandlerMethod byState = Handler("Reserve stock"), byArn = Handler(Arn), byName = Handler("ReserveStock");

        Assert.Equal(byState, HandlerMatcher.Match(Task(Arn), [byName, byArn, byState]));
        Assert.Equal(byArn, HandlerMatcher.Match(Task(Arn), [byName, byArn]));
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:ReserveStock:$LATEST", "ReserveStock")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:ReserveStock:prod", "prod")]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:ReserveStock", "ReserveStock", false)]
    [InlineData("arn:aws:states:::sns:publish", "sns:publish", false)]
    [InlineData("arn:aws:states:::sns:publish", "publish")]
    [InlineData("${ReserveStockArn}", "${ReserveStockArn}")]
    public void Match_ByTheEndOfAResource_FindsTheHandler(string arn, string resource, bool found = true) =>
        Assert.Equal(found, HandlerMatcher.Match(Task(arn), [Handler(resource)]) is not null);

    // T-021: a function that lambda:invoke names is served by the handler with its name, which gets the Payload.
    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:ReserveStock:$LATEST", "ReserveStock", true)]
    [InlineData("ReserveStock:prod", "ReserveStock", true)]
    [InlineData("${ReserveStockFunction}", "${ReserveStockFunction}", true)]
    [InlineData("ReserveStock", "invoke", false)]
    [InlineData("ReserveStock", "Reserve stock", false)]
    public void Match_OfLambdaInvoke_FindsTheFunctionItNames(string function, string resource, bool isFunction)
    {
        TaskState task = Task("arn:aws:states:::lambda:invoke", $$""", "Parameters": { "FunctionName": "{{function}}", "Payload.$": "$" }""");
        HandlerMethod? match = HandlerMatcher.Match(task, [Handler(resource)]);

        Assert.NotNull(match);
        Assert.Equal(isFunction, HandlerMatcher.IsInvokedFunction(task, match));
    }

    private static TaskState Task(string resource, string fields = "")
    {
        BoundMachine bound = MachineBinder.Bind(
            $$"""{ "StartAt": "Reserve stock", "States": { "Reserve stock": { "Type": "Task", "Resource": "{{resource}}"{{fields}}, "End": true } } }""");
        return Assert.IsType<TaskState>(Assert.Single(bound.Machine!.States));
    }

    private static HandlerMethod Handler(string resource) =>
        new("Method", resource, true, null, false, false, HandlerReturn.Void, null, ValueKind.Typed);
}
