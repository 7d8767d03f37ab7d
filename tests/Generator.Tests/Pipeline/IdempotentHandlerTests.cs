namespace Compiled.Generator.Tests.Pipeline;

/// <summary>Which handlers a durable host may call twice for one attempt. FEATURES X-030.</summary>
public sealed class IdempotentHandlerTests
{
    [Fact]
    public void IsIdempotent_OfStatesWithAMethod_IsWhatTheMethodSays()
    {
        const string Definition = """
            {"StartAt": "Reserve", "States": {
                "Reserve": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:Reserve", "Next": "Charge"},
                "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:Charge", "Next": "Ship"},
                "Ship": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:Ship", "End": true}}}
            """;
        const string Code = """
            using Compiled;

            namespace Shop;

            [StateMachine("Order.asl.json")]
            public partial class OrderWorkflow
            {
                [TaskHandler("Reserve", Idempotent = true)] private string Reserve() => "";
                [TaskHandler("Charge")] private string Charge() => "";
            }
            """;

        Dictionary<string, string> files = new TestProject().Source("Order.cs", Code).Definition("/shop/Order.asl.json", Definition).Generate();

        string emitted = Assert.Single(files.Values, static text => text.Contains("IsIdempotent(int state", StringComparison.Ordinal));
        string[] lines = [.. emitted[emitted.IndexOf("IsIdempotent(int state", StringComparison.Ordinal)..].Split('\n').Skip(2).Take(3).Select(static line => line.Trim())];
        Assert.Equal(["0 => true,", "1 => false,", "_ => base.IsIdempotent(state, arguments, context),"], lines);
    }
}
