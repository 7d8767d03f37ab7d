using Compiled;

namespace OrderFulfillment;

/// <summary>The workflow's Catch and Retry know these by the names in the attributes.</summary>
[AslError("OutOfStock")]
internal sealed class OutOfStockException(string sku) : Exception($"'{sku}' is sold out.");

[AslError("StockBusy")]
internal sealed class StockBusyException() : Exception("The warehouse is counting; ask again.");

[AslError("PaymentUnavailable")]
internal sealed class PaymentUnavailableException() : Exception("The bank does not answer.");

[AslError("CardDeclined")]
internal sealed class CardDeclinedException(string card) : Exception($"The bank declined card {card}.");
