namespace Compiled.Generator.Tests.Pipeline;

/// <summary>Definitions and classes that several tests share.</summary>
internal static class Samples
{
    public const string Pass = """{ "StartAt": "Done", "States": { "Done": { "Type": "Pass", "End": true } } }""";

    public const string Order = """
        {
          "StartAt": "Reserve stock",
          "States": {
            "Reserve stock": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ReserveStock", "Next": "Charge" },
            "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ChargeCard", "Next": "Notify" },
            "Notify": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "arn:aws:sns:us-east-1:123456789012:orders", "Message": "done" }, "End": true }
          }
        }
        """;

    /// <summary>A class for <see cref="Order"/> with a handler for each Task that needs one.</summary>
    public const string OrderClass = """
        using Compiled;
        using System.Threading.Tasks;

        namespace Shop;

        public sealed record Cart(string Id);

        [StateMachine("Order.asl.json")]
        public partial class OrderWorkflow
        {
            [TaskHandler]
            private Task<Cart> ReserveStockAsync(Cart cart)
            {
                return Task.FromResult(cart);
            }

            [TaskHandler("Charge")]
            private Cart Pay(Cart cart) => cart;
        }
        """;

    /// <summary>A machine of one Pass state with this name.</summary>
    public static string PassNamed(string state) => Pass.Replace("Done", state);
}
