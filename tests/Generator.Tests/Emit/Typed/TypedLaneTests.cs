namespace Compiled.Generator.Tests.Emit.Typed;

/// <summary>An order from a C# object to a C# object: on the lane and through JSON it is the same.</summary>
public sealed class TypedLaneTests
{
    private const string Types = """
        public sealed class In { public Order? Order { get; set; } public int Attempt { get; set; } public double Ratio { get; set; } public bool? Express { get; set; } public long Big { get; set; } }
        public class Order { public string? Id { get; set; } public double Total { get; set; } public Customer? Customer { get; set; } public List<Item> Items { get; set; } = []; public string[]? Tags { get; set; } }
        public sealed class SpecialOrder : Order { public string Extra { get; set; } = "extra"; }
        public sealed class Customer { public string? Name { get; set; } [JsonPropertyName("level")] public string? Tier { get; set; } public Address? Address { get; set; } }
        public sealed class Address { public string? City { get; set; } }
        public sealed class Item { public string? Sku { get; set; } public double Qty { get; set; } public double? Price { get; set; } }
        public sealed record PriceRequest(string Id, string Tier, int Percent, List<Item> Items, double Ratio);
        public sealed record Line(string Sku, double Amount);
        public sealed record PriceResult(string Id, double Total, List<Line> Lines, int? Discount);
        public sealed class StockRequest { public string? Id { get; set; } public List<string>? Skus { get; set; } public string? First { get; set; } public bool Fast { get; set; } = true; }
        public sealed record StockResult(bool Ok, string? Token);
        public sealed record Out(string Id, string Message, double Payable, List<Line> Lines, List<Line> Again, string? Token, Address? ShipTo, Meta Meta, string[]? Tags, long Big);
        public sealed record Meta(string Reference, double Attempt, string Channel, bool? Express);

        internal static class Odd
        {
            [System.Runtime.CompilerServices.ModuleInitializer]
            internal static void Begin() => Driver.Change = static input =>
            {
                switch (input?.Order?.Id)
                {
                    case "nan": input.Order.Total = double.NaN; break;
                    case "half": input.Order.Customer!.Name = "half \ud83d"; break;
                    case "derived": input.Order = new SpecialOrder { Id = "derived", Total = 3, Customer = input.Order.Customer, Items = input.Order.Items }; break;
                }
            };
        }

        public sealed partial class M
        {
            private readonly List<Line> _kept = [];
            private int _failures;

            [TaskHandler("Price")]
            private async ValueTask<PriceResult> PriceAsync(PriceRequest request, CancellationToken cancellationToken)
            {
                Driver.Note("Price", request);
                switch (request.Id)
                {
                    case "fails once" when _failures++ == 0: request.Items.Clear(); throw new TaskFailedException("Pricing.Closed", "closed once");
                    case "fail": throw new TaskFailedException("Pricing.Closed", "closed");
                    case "later": await Task.Yield(); break;
                    case "later fail": await Task.Yield(); throw new TaskFailedException("Pricing.Closed", "closed later");
                    case "null": return null!;
                    case "no lines": return new PriceResult("x", 1, null!, null);
                    case "infinite": return new PriceResult("x", double.PositiveInfinity, [], 1);
                    case "large": return new PriceResult(new string('x', 300_000), 1, [], 1);
                }
                foreach (Item item in request.Items ?? [])
                    _kept.Add(new Line(item?.Sku!, (item?.Qty ?? 0) * (item?.Price ?? 1)));
                PriceResult result = new(request.Id, 12.5, _kept, request.Percent == 0 ? null : request.Percent);
                if (request.Id == "changes")
                {
                    request.Items!.Reverse();
                    request.Items[0].Sku = "changed";
                }
                return result;
            }

            [TaskHandler("Stock")]
            private StockResult? Stock(StockRequest request)
            {
                Driver.Note("Stock", request);
                _kept.Add(new Line("late", 1));
                if (request.Id == "gone")
                    throw new TaskFailedException("Stock.Gone", "gone");
                if (request.Id == "no stock")
                    return new StockResult(false, null);
                return request.Id == "null stock" ? null : new StockResult(true, "token-" + request.Skus?.Count + request.First);
            }
        }
        """;

    private const string States = """
        "A":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.order.id","IsPresent":true},{"Not":{"Variable":"$.order.total","NumericLessThanEquals":0}}],"Next":"Meta"}],"Default":"Rejected"},
        "Meta":{"Type":"Pass","Parameters":{"reference.$":"States.Format('{}-{}', $.order.id, $.order.customer.name)","attempt.$":"States.MathAdd($.attempt, 1)","channel":"web","express.$":"$.express"},"ResultPath":"$.meta","Next":"Tier"},
        "Tier":{"Type":"Choice","Choices":[{"Or":[{"Variable":"$.order.customer.level","StringEquals":"gold"},{"Variable":"$.express","BooleanEquals":true}],"Next":"Discount"},{"Variable":"$.order.customer.level","IsString":true,"Next":"Plain"}],"Default":"Plain"},
        "Discount":{«Price»,"Parameters":{"id.$":"$.order.id","tier.$":"$.order.customer.level","percent":10,"items.$":"$.order.items","ratio.$":"$.ratio"},"ResultSelector":{"total.$":"$.total","lines.$":"$.lines","discount.$":"$.discount"},"ResultPath":"$.pricing","Catch":[{"ErrorEquals":["Pricing.Closed"],"ResultPath":"$.error","Next":"Caught"}],"Next":"Stock"},
        "Plain":{«Price»,"Parameters":{"id.$":"$.order.id","tier":"none","percent":0,"items.$":"$.order.items","ratio.$":"$.attempt"},"ResultSelector":{"total.$":"$.total","lines.$":"$.lines","discount.$":"$.discount"},"ResultPath":"$.pricing","Retry":[{"ErrorEquals":["Pricing.Closed"],"MaxAttempts":2}],"Next":"Stock"},
        "Stock":{«Stock»,"Parameters":{"id.$":"$.order.id","skus.$":"$.order.items[*].sku","first.$":"$.order.items[0].sku"},"ResultPath":"$.stock","Next":"Stocked"},
        "Stocked":{"Type":"Choice","Choices":[{"Variable":"$.stock.ok","BooleanEquals":true,"Next":"Confirm"}],"Default":"Rejected"},
        "Confirm":{"Type":"Pass","Parameters":{"id.$":"$.order.id","message.$":"States.Format('Order {} for {}: {} of {} ({}, {})', $.order.id, $.order.customer.name, $.pricing.total, $.order.total, $.pricing.discount, $.express)","payable.$":"$.pricing.total","lines.$":"$.pricing.lines","again.$":"$.pricing.lines","token.$":"$.stock.token","shipTo.$":"$.order.customer.address","meta.$":"$.meta","tags.$":"$.order.tags","big.$":"$.big"},"End":true},
        "Caught":{"Type":"Pass","Parameters":{"id.$":"$.order.id","message.$":"$.error.Cause","payable":0,"lines":[],"again":[],"meta.$":"$.meta","big":1},"End":true},
        "Rejected":{"Type":"Fail","Error":"Order.Rejected","Cause":"rejected"}
        """;

    private static readonly Lazy<LaneProject> s_project = new(() => LaneProject.Of(Types, States));

    [Fact]
    public void Order_WithAHandlerThatMayGiveNull_GivesNoWarnings() => Assert.Empty(s_project.Value.Warnings);

    [Fact]
    public async Task Order_OnPlainTypes_StaysOnTheLane()
    {
        (string end, string calls) = await s_project.Value.RunAsync(Json("ord-1", "gold"));

        Assert.Equal("""
            {"id":"ord-1","message":"Order ord-1 for Ada: 12.5 of 149.95 (10, null)","payable":12.5,"lines":[{"sku":"hat","amount":4},{"sku":"cap","amount":1}],"again":[{"sku":"hat","amount":4},{"sku":"cap","amount":1}],"token":"token-2hat","shipTo":{"city":"Oslo"},"meta":{"reference":"ord-1-Ada","attempt":3,"channel":"web","express":null},"tags":["a"],"big":9007199254740993}
            """.Trim(), end);
        Assert.Equal("""
            lane Price {"id":"ord-1","tier":"gold","percent":10,"items":[{"sku":"hat","qty":2,"price":2},{"sku":"cap","qty":1,"price":null}],"ratio":0.5}
            lane Stock {"id":"ord-1","skus":["hat","cap"],"first":"hat","fast":true}
            """, calls);
    }

    [Theory]
    [InlineData("ord-1", "silver")]
    [InlineData("fail", "gold")]
    [InlineData("fails once", "gold")]
    [InlineData("fails once", "silver")]
    [InlineData("fail", "silver")]
    [InlineData("later", "gold")]
    [InlineData("later fail", "gold")]
    [InlineData("later fail", "silver")]
    [InlineData("null", "gold")]
    [InlineData("no lines", "gold")]
    [InlineData("infinite", "gold")]
    [InlineData("large", "gold")]
    [InlineData("changes", "gold")]
    [InlineData("gone", "gold")]
    [InlineData("no stock", "gold")]
    [InlineData("nan", "gold")]
    [InlineData("half", "gold")]
    [InlineData("derived", "gold")]
    [InlineData("null stock", "gold")]
    [InlineData("\\ud83d\\ude00 é \\\" \\u0001", "gold")]
    public async Task Order_WhoseHandlersDoWhatTheyLike_EndsAsThroughJson(string id, string tier) => await s_project.Value.RunAsync(Json(id, tier));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"order":null}""")]
    [InlineData("""{"order":{"id":null,"total":5}}""")]
    [InlineData("""{"order":{"id":"a","total":0}}""")]
    [InlineData("""{"order":{"id":"a","total":5}}""")]
    [InlineData("""{"order":{"id":"a","total":5,"customer":{}}}""")]
    [InlineData("""{"order":{"id":"a","total":5,"customer":{"level":"gold"},"items":null}}""")]
    [InlineData("""{"order":{"id":"a","total":5,"customer":{"level":"gold"},"items":[]}}""")]
    [InlineData("""{"order":{"id":"a","total":5,"customer":{"level":"gold"},"items":[null,{"sku":null},{"sku":"x","price":1e-7}]}}""")]
    [InlineData("""{"order":{"id":"a","total":1e21,"customer":{"level":"gold"},"items":[{}]}}""")]
    [InlineData("""{"order":{"id":"a","total":123456789012345680,"customer":{"level":"gold"},"items":[{}]}}""")]
    [InlineData("""{"order":{"id":"a","total":0.1,"customer":{"level":"gold"},"items":[{"qty":-0.0}]},"attempt":2147483647}""")]
    [InlineData("""{"order":{"id":"a","total":0.30000000000000004,"customer":{"level":"gold"},"items":[{}]},"attempt":-5,"ratio":1e15}""")]
    [InlineData("""{"order":{"id":"a","total":3,"customer":{"level":"gold"},"items":[{}],"tags":[]},"express":false,"big":-9223372036854775808}""")]
    public async Task Order_WithUnusualValues_EndsAsThroughJson(string input) => await s_project.Value.RunAsync(input);

    [Theory]
    [InlineData(3_000)]
    [InlineData(20_000)]
    [InlineData(60_000)]
    [InlineData(300_000)]
    public async Task Order_ThatIsLarge_EndsAsThroughJson(int length) => await s_project.Value.RunAsync(Json(new string('x', length), "gold"));

    [Fact]
    public async Task Order_ThatIsStopped_EndsAsThroughJson()
    {
        (string end, string calls) = await s_project.Value.RunAsync(Json("a", "gold"), () => new CancellationTokenSource(0));

        Assert.StartsWith("OperationCanceledException", end, StringComparison.Ordinal);
        Assert.Equal("", calls);
    }

    private static string Json(string id, string tier) => $$$"""
        {"order":{"id":"{{{id}}}","total":149.95,"customer":{"name":"Ada","level":"{{{tier}}}","address":{"city":"Oslo"}},"items":[{"sku":"hat","qty":2,"price":2},{"sku":"cap","qty":1}],"tags":["a"]},"attempt":2,"ratio":0.5,"big":9007199254740993}
        """;
}
