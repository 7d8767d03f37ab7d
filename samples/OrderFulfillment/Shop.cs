namespace OrderFulfillment;

/// <summary>The shop's own services: a warehouse, a bank, a carrier and a mailbox, in memory.</summary>
internal sealed class Shop
{
    private readonly Dictionary<string, int> _stock = new() { ["HAT-1"] = 5, ["CLOAK-2"] = 2, ["UMBRELLA-3"] = 0 };
    private readonly Dictionary<string, (string Sku, int Quantity)> _reserved = [];
    private int _bankCalls;

    public List<Message> Mailbox { get; } = [];

    public IReadOnlyDictionary<string, int> Stock => _stock;

    public Reservation Reserve(ReserveRequest request)
    {
        if (_stock.GetValueOrDefault(request.Line.Sku) < request.Line.Quantity)
            throw new OutOfStockException(request.Line.Sku);
        _stock[request.Line.Sku] -= request.Line.Quantity;
        string token = $"{request.OrderId}/{request.Position}";
        _reserved.Add(token, (request.Line.Sku, request.Line.Quantity));
        return new Reservation(request.Line.Sku, token);
    }

    public void Release(IEnumerable<string> tokens)
    {
        foreach (string token in tokens)
        {
            if (_reserved.Remove(token, out (string Sku, int Quantity) line))
                _stock[line.Sku] += line.Quantity;
        }
    }

    public Payment Charge(ChargeRequest request)
    {
        // The bank's line is down for the first two calls, so that the workflow's Retry has something to do.
        if (++_bankCalls <= 2)
            throw new PaymentUnavailableException();
        return request.Card.EndsWith("0002", StringComparison.Ordinal)
            ? throw new CardDeclinedException(request.Card)
            : new Payment($"pay-{request.OrderId}-{request.Amount}");
    }
}
