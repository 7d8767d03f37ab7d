using System.Buffers;
using Compiled.Values;

namespace Compiled.Benchmarks;

/// <summary>The expressions of W7, compiled with this project: each on a value that was parsed, and from bytes to bytes.</summary>
internal static partial class W7
{
    private const string PathText = "Account.Order.Product.SKU";
    private const string FilterText = "Account.Order.Product[Price > 30].ProductID";
    private const string MapText = "$map(Account.Order.Product, function($p) { $p.Quantity * 2 })";
    private const string SumText = "$sum(Account.Order.Product.(Price * Quantity))";
    private const string ObjectText = """{ "name": Account.`Account Name`, "orders": $count(Account.Order), "first": Account.Order[0].OrderID }""";
    private const string SortText = "Account.Order.Product^(>Price, SKU).SKU";
    private const string JoinText = """$join(Account.Order.Product.`Product Name`, ", ")""";
    private const string RegexText = "Account.Order.Product[$contains(`Product Name`, /hat$/i)].SKU";
    private const string ReduceText = "$reduce(Account.Order.Product.Price, function($a, $b) { $a + $b })";
    private const string ConditionalText = """Account.Order.Product.(Price > 50 ? "premium" : "basic")""";
    private const string GroupByText = "Account.Order.Product{ `Product Name`: $sum($.(Price * Quantity)) }";
    private const string TransformText = """Account.Order.{ "id": OrderID, "lines": $count(Product), "total": $round($sum(Product.(Price * Quantity)), 2) }""";

    /// <summary>From bytes to bytes.</summary>
    public delegate void FromBytes(ReadOnlySpan<byte> input, IBufferWriter<byte> output);

    /// <summary>The expressions in the workload's order.</summary>
    public static IReadOnlyList<(string Id, Func<JsonValue, JsonValue> OnValue, FromBytes OnBytes)> All { get; } =
    [
        ("path", Path, Path),
        ("filter", Filter, Filter),
        ("map", Map, Map),
        ("sum", Sum, Sum),
        ("object", Object, Object),
        ("sort", Sort, Sort),
        ("join", Join, Join),
        ("regex", Regex, Regex),
        ("reduce", Reduce, Reduce),
        ("conditional", Conditional, Conditional),
        ("groupby", GroupBy, GroupBy),
        ("transform", Transform, Transform),
    ];

    [Jsonata(PathText)] private static partial JsonValue Path(JsonValue input);
    [Jsonata(PathText)] private static partial void Path(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(FilterText)] private static partial JsonValue Filter(JsonValue input);
    [Jsonata(FilterText)] private static partial void Filter(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(MapText)] private static partial JsonValue Map(JsonValue input);
    [Jsonata(MapText)] private static partial void Map(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(SumText)] private static partial JsonValue Sum(JsonValue input);
    [Jsonata(SumText)] private static partial void Sum(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(ObjectText)] private static partial JsonValue Object(JsonValue input);
    [Jsonata(ObjectText)] private static partial void Object(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(SortText)] private static partial JsonValue Sort(JsonValue input);
    [Jsonata(SortText)] private static partial void Sort(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(JoinText)] private static partial JsonValue Join(JsonValue input);
    [Jsonata(JoinText)] private static partial void Join(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(RegexText)] private static partial JsonValue Regex(JsonValue input);
    [Jsonata(RegexText)] private static partial void Regex(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(ReduceText)] private static partial JsonValue Reduce(JsonValue input);
    [Jsonata(ReduceText)] private static partial void Reduce(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(ConditionalText)] private static partial JsonValue Conditional(JsonValue input);
    [Jsonata(ConditionalText)] private static partial void Conditional(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(GroupByText)] private static partial JsonValue GroupBy(JsonValue input);
    [Jsonata(GroupByText)] private static partial void GroupBy(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
    [Jsonata(TransformText)] private static partial JsonValue Transform(JsonValue input);
    [Jsonata(TransformText)] private static partial void Transform(ReadOnlySpan<byte> input, IBufferWriter<byte> output);
}
