using MassTransit;

namespace Compiled.Benchmarks.Baselines.Saga;

/// <summary>What the saga of one order keeps between its messages.</summary>
public sealed class OrderSaga : SagaStateMachineInstance
{
    /// <inheritdoc/>
    public Guid CorrelationId { get; set; }

    /// <summary>Where it is.</summary>
    public string? CurrentState { get; set; }

    internal OrderInput? Input { get; set; }

    internal Meta? Meta { get; set; }

    internal PriceResult? Pricing { get; set; }
}
