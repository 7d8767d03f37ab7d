using System.Text;
using System.Text.Json;
using Compiled;
using Compiled.Testing;
using OrderFulfillment;

var shop = new Shop();
// Time is virtual here: the retries' delays and the wait before the receipt pass at once, to the second as they would.
var options = new ExecutionOptions { TimeProvider = new VirtualTimeProvider { AutoAdvance = true }, RecordHistory = true };

await RunAsync("an order that goes through", new Order("ord-1001", 149.90m, "4000-0001", "ada@example.com", "Storgata 1, Oslo",
    [new("HAT-1", 2), new("CLOAK-2", 1)]));
await RunAsync("a card that is declined: the stock is given back", new Order("ord-1002", 59.00m, "4000-0002", "bob@example.com", "Main Street 2, Cork",
    [new("HAT-1", 1)]));
await RunAsync("an article that is sold out", new Order("ord-1003", 20.00m, "4000-0001", "eve@example.com", "Rue 3, Lyon",
    [new("UMBRELLA-3", 1)]));

// The typed call, without history: a record in, a record out.
Receipt receipt = await new OrderWorkflow(shop).RunAsync<OrderRequest, Receipt>(
    new OrderRequest(new Order("ord-1004", 75.00m, "4000-0001", "kim@example.com", "Gate 4, Bergen", [new("HAT-1", 1)])), options with { RecordHistory = false });
Console.WriteLine($"typed: {receipt.OrderId} is {receipt.Status}, {receipt.Tracking}");
Console.WriteLine();
foreach (Message message in shop.Mailbox)
    Console.WriteLine($"mail to {message.To}: {message.Text}");

async Task RunAsync(string title, Order order)
{
    byte[] input = JsonSerializer.SerializeToUtf8Bytes(new OrderRequest(order), OrderJson.Default.OrderRequest);
    ExecutionResult result = await new OrderWorkflow(shop).ExecuteAsync(input, options with { Name = order.Id });

    Console.WriteLine($"== {title}");
    Console.WriteLine($"{result.Status}: {(result.Status == ExecutionStatus.Succeeded ? Encoding.UTF8.GetString(result.OutputUtf8.Span) : $"{result.Error}: {result.Cause}")}");
    Console.WriteLine("path:    " + string.Join(" > ", ExecutionPath.Of(result.History!)));
    Console.WriteLine($"history: {result.EventCount} events");
    foreach (string line in ExecutionPath.Lines(result.History!))
        Console.WriteLine("  " + line);
    string file = $"{order.Id}.svg";
    File.WriteAllText(file, ExecutionPath.Graph(result.History!));
    Console.WriteLine($"graph:   {file}");
    Console.WriteLine();
}
