namespace Compiled.Benchmarks.Baselines.Saga;

/// <summary>An order came in.</summary>
/// <param name="CorrelationId">The order's saga.</param>
/// <param name="Input">Its JSON.</param>
public sealed record OrderSubmitted(Guid CorrelationId, byte[] Input);

/// <summary>Its price is known.</summary>
/// <param name="CorrelationId">The order's saga.</param>
public sealed record OrderPriced(Guid CorrelationId);

/// <summary>Its stock is reserved.</summary>
/// <param name="CorrelationId">The order's saga.</param>
/// <param name="Token">The reservation.</param>
public sealed record StockReserved(Guid CorrelationId, string Token);
