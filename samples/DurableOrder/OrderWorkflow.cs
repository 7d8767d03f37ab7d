using Compiled;

namespace DurableOrder;

public sealed record Order(string Id, decimal Total, int CoolingOffSeconds);

public sealed record Reservation(string Id);

public sealed record Approval(string QueueUrl, ApprovalMessage MessageBody);

public sealed record ApprovalMessage(string Order, decimal Total, string Token);

public sealed record Shipment(string Order, string Reservation);


/// <summary>The order workflow; its handlers tell on the console what they do, so that one sees that nothing is done twice.</summary>
[StateMachine("Order.asl.json")]
public partial class OrderWorkflow
{
    [TaskHandler("ReserveStock")]
    private static Reservation ReserveStock(Order order)
    {
        Console.WriteLine($"  reserving stock for {order.Id}");
        return new Reservation("r-" + order.Id);
    }

    // The message would go to a queue or a mail; here it goes into a file, from which the approver takes the token. A message that goes out again
    // after a crash has the same token.
    [TaskHandler("sendMessage.waitForTaskToken", Idempotent = true)]
    private static void AskForApproval(Approval approval)
    {
        File.WriteAllText(Program.TokenFile, approval.MessageBody.Token);
        Console.WriteLine($"  asking for approval of {approval.MessageBody.Order}: {approval.MessageBody.Total}");
    }

    [TaskHandler("Ship", Idempotent = true)]
    private static Dictionary<string, string> Ship(Shipment shipment, TaskContext context)
    {
        Console.WriteLine($"  shipping {shipment.Order} with {shipment.Reservation}");
        return new Dictionary<string, string> { ["parcel"] = "p-" + context.IdempotencyKey[..8] };
    }
}
