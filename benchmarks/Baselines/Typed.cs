using System.Text.Json;

namespace Compiled.Benchmarks.Baselines;

/// <summary>
/// What an expert writes by hand: System.Text.Json source-generated records, plain C# control flow in one async method,
/// tasks behind an interface; from bytes to bytes.
/// </summary>
internal static class Typed
{
    private static readonly HelloResult s_hello = new("Hello, world", true);

    public static void Hello(ReadOnlySpan<byte> input, Output output)
    {
        JsonSerializer.Deserialize(input, ModelContext.Default.HelloInput);
        Utf8JsonWriter writer = output.Writer();
        JsonSerializer.Serialize(writer, s_hello, ModelContext.Default.HelloResult);
        writer.Flush();
    }

    public static async ValueTask Order(ReadOnlyMemory<byte> input, Output output, IOrderTasks tasks, Clock clock, CancellationToken cancellationToken)
    {
        OrderInput data = JsonSerializer.Deserialize(input.Span, ModelContext.Default.OrderInput)!;
        Order? order = data.Order;
        if (order?.Id is not { } id || order.Customer?.Tier is not { } tier || order.Total <= 0)
            throw Rejected();
        var meta = new Meta(string.Concat(id, "-", order.Customer.Id), data.Attempt + 1, "web");
        double percent = (tier == "gold" && order.Total > 100) || tier == "platinum" ? 10 : 0;
        PriceResult pricing;
        ReserveResult reservation;
        try
        {
            pricing = await Price(tasks, clock, new PriceRequest(id, tier, percent, order.Items), cancellationToken).ConfigureAwait(false);
            var skus = new List<string>(order.Items.Count);
            foreach (Item item in order.Items)
                skus.Add(item.Sku!);
            reservation = await Reserve(tasks, clock, new ReserveRequest(id, skus), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw Rejected();
        }
        if (!reservation.Ok)
            throw Rejected();
        var result = new Confirmation(
            id,
            $"Order {id} for {order.Customer.Name}: {pricing.Total} {order.Currency} (saved {pricing.Discount})",
            pricing.Total, pricing.Lines, reservation.Token, order.Customer.Address, meta);
        Utf8JsonWriter writer = output.Writer();
        JsonSerializer.Serialize(writer, result, ModelContext.Default.Confirmation);
        writer.Flush();
    }

    /// <summary>W6: the order again, with what its JSONata computes besides: items without a quantity left out, and the sum of the list prices.</summary>
    public static async ValueTask ListedOrder(ReadOnlyMemory<byte> input, Output output, IOrderTasks tasks, Clock clock, CancellationToken cancellationToken)
    {
        OrderInput data = JsonSerializer.Deserialize(input.Span, ModelContext.Default.OrderInput)!;
        Order? order = data.Order;
        if (order?.Id is not { } id || order.Customer?.Tier is not { } tier || order.Total <= 0)
            throw Rejected();
        var meta = new Meta(string.Concat(id, "-", order.Customer.Id), data.Attempt + 1, "web");
        double percent = (tier == "gold" && order.Total > 100) || tier == "platinum" ? 10 : 0, list = 0;
        PriceResult pricing;
        ReserveResult reservation;
        try
        {
            var items = new List<Item>(order.Items.Count);
            var skus = new List<string>(order.Items.Count);
            foreach (Item item in order.Items)
            {
                if (item.Qty > 0)
                    items.Add(item);
                skus.Add(item.Sku!);
                list += item.Qty * item.Price;
            }
            pricing = await Price(tasks, clock, new PriceRequest(id, tier, percent, items), cancellationToken).ConfigureAwait(false);
            reservation = await Reserve(tasks, clock, new ReserveRequest(id, skus), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw Rejected();
        }
        if (!reservation.Ok)
            throw Rejected();
        string message = pricing.Discount > 0
            ? $"Order {id} for {order.Customer.Name}: {pricing.Total} {order.Currency} (saved {pricing.Discount})"
            : $"Order {id} for {order.Customer.Name}: {pricing.Total} {order.Currency}";
        var result = new ListedConfirmation(
            id, message, pricing.Total, Math.Round(list, 2), pricing.Lines, reservation.Token, order.Customer.Address, meta);
        Utf8JsonWriter writer = output.Writer();
        JsonSerializer.Serialize(writer, result, ModelContext.Default.ListedConfirmation);
        writer.Flush();
    }

    public static async ValueTask<PriceResult> Price(IOrderTasks tasks, Clock clock, PriceRequest request, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try { return await tasks.PriceOrderAsync(request, cancellationToken).ConfigureAwait(false); }
            catch (TaskFailed e) when (attempt < 3 && e.Error is "Pricing.Unavailable" or "States.Timeout") { }
            await clock.Delay(TimeSpan.FromSeconds(1 << attempt), cancellationToken).ConfigureAwait(false);
        }
    }

    public static async ValueTask<ReserveResult> Reserve(IOrderTasks tasks, Clock clock, ReserveRequest request, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try { return await tasks.ReserveStockAsync(request, cancellationToken).ConfigureAwait(false); }
            catch (TaskFailed e) when (attempt < 2 && e.Error == "Stock.Busy") { }
            await clock.Delay(TimeSpan.FromSeconds(Math.Pow(1.5, attempt)), cancellationToken).ConfigureAwait(false);
        }
    }

    private static TaskFailed Rejected() => new("Order.Rejected", "The order was rejected");

    /// <summary>W3: the task throws twice, then succeeds.</summary>
    public sealed class Flaky
    {
        private int _calls;

        public ValueTask<JobResult> Run(JobInput input, CancellationToken cancellationToken)
            => ++_calls < 3 ? throw new TaskFailed("Custom.Transient", "not yet") : new(new JobResult(_calls));
    }

    public static async ValueTask Retry(ReadOnlyMemory<byte> input, Output output, Flaky task, Clock clock, CancellationToken cancellationToken)
    {
        JobInput job = JsonSerializer.Deserialize(input.Span, ModelContext.Default.JobInput)!;
        for (int attempt = 0; ; attempt++)
        {
            try { job.Result = await task.Run(job, cancellationToken).ConfigureAwait(false); break; }
            catch (TaskFailed e) when (attempt < 3 && e.Error == "Custom.Transient") { }
            await clock.Delay(TimeSpan.FromSeconds(1 << attempt), cancellationToken).ConfigureAwait(false);
        }
        Utf8JsonWriter writer = output.Writer();
        JsonSerializer.Serialize(writer, job, ModelContext.Default.JobInput);
        writer.Flush();
    }

    /// <summary>W3 without exceptions: the failure is a value.</summary>
    public sealed class FlakyValue
    {
        private int _calls;

        public ValueTask<(JobResult? Ok, string? Error)> Run(JobInput input, CancellationToken cancellationToken)
            => ++_calls < 3 ? new((null, "Custom.Transient")) : new((new JobResult(_calls), null));
    }

    public static async ValueTask RetryValue(ReadOnlyMemory<byte> input, Output output, FlakyValue task, Clock clock, CancellationToken cancellationToken)
    {
        JobInput job = JsonSerializer.Deserialize(input.Span, ModelContext.Default.JobInput)!;
        for (int attempt = 0; ; attempt++)
        {
            (JobResult? ok, string? error) = await task.Run(job, cancellationToken).ConfigureAwait(false);
            if (error is null) { job.Result = ok; break; }
            if (attempt >= 3 || error != "Custom.Transient")
                throw new TaskFailed(error, "");
            await clock.Delay(TimeSpan.FromSeconds(1 << attempt), cancellationToken).ConfigureAwait(false);
        }
        Utf8JsonWriter writer = output.Writer();
        JsonSerializer.Serialize(writer, job, ModelContext.Default.JobInput);
        writer.Flush();
    }

    public static void Map(ReadOnlySpan<byte> input, Output output)
    {
        BatchInput batch = JsonSerializer.Deserialize(input, ModelContext.Default.BatchInput)!;
        var list = new List<Shaped>(batch.Items.Count);
        foreach (BatchItem item in batch.Items)
            list.Add(new Shaped(item.Id!, item.Value, item.Value + 1, item.Value > 500 ? "big" : "small"));
        Utf8JsonWriter writer = output.Writer();
        JsonSerializer.Serialize(writer, list, ModelContext.Default.ListShaped);
        writer.Flush();
    }

    public static void Parallel(ReadOnlySpan<byte> input, Output output)
    {
        FanInput data = JsonSerializer.Deserialize(input, ModelContext.Default.FanInput)!;
        var a = new FanA("a", data.Id!);
        var b = new FanB("b", data.N + 1);
        var c = new FanC("c", $"{data.Id}/{data.N}");
        var d = new FanD("d", data.Tags);
        Utf8JsonWriter writer = output.Writer();
        writer.WriteStartArray();
        JsonSerializer.Serialize(writer, a, ModelContext.Default.FanA);
        JsonSerializer.Serialize(writer, b, ModelContext.Default.FanB);
        JsonSerializer.Serialize(writer, c, ModelContext.Default.FanC);
        JsonSerializer.Serialize(writer, d, ModelContext.Default.FanD);
        writer.WriteEndArray();
        writer.Flush();
    }

    /// <summary>W5 as locals: what the loop means.</summary>
    public static void LoopLocals(ReadOnlySpan<byte> input, Output output)
    {
        LoopState state = JsonSerializer.Deserialize(input, ModelContext.Default.LoopState)!;
        double i = state.I, n = state.N;
        while (i < n)
            i += 1;
        Utf8JsonWriter writer = output.Writer();
        JsonSerializer.Serialize(writer, new LoopState(i, n), ModelContext.Default.LoopState);
        writer.Flush();
    }

    /// <summary>W5 as a hand-written state machine: one immutable record a transition, a switch on the state, an async method.</summary>
    public static async ValueTask LoopRecords(ReadOnlyMemory<byte> input, Output output, CancellationToken cancellationToken)
    {
        LoopState data = JsonSerializer.Deserialize(input.Span, ModelContext.Default.LoopState)!;
        int state = 0;
        for (; ; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (state)
            {
                case 0: state = data.I < data.N ? 1 : 2; continue;
                case 1: data = new LoopState(data.I + 1, data.N); state = 0; continue;
            }
            break;
        }
        await default(ValueTask);
        Utf8JsonWriter writer = output.Writer();
        JsonSerializer.Serialize(writer, data, ModelContext.Default.LoopState);
        writer.Flush();
    }
}
