using System.Text.Json;
using System.Text.Json.Serialization;
using Compiled;

namespace Expressions;

/// <summary>Questions about an order, in JSONata; each body is written by the generator.</summary>
internal static partial class Prices
{
    /// <summary>What the order costs.</summary>
    [Jsonata("$round($sum(lines.(quantity * price)), 2)")]
    public static partial double Total(JsonElement order);

    /// <summary>The articles that cost more than a limit, the dearest first; none gives an undefined element.</summary>
    [Jsonata("lines[price > $limit]^(>price).article")]
    public static partial JsonElement Dear(JsonElement order, double limit);

    /// <summary>What the customer reads: a record of one's own, with the shop's words bound as a variable.</summary>
    [Jsonata("""
        {
          "title": $greeting & ", " & customer.name & "!",
          "text": $join(lines.(quantity & " x " & article), "\n")
        }
        """, JsonContext = typeof(PricesJson))]
    public static partial Letter Write(JsonElement order, string greeting);
}

internal sealed record Letter(string Title, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Letter))]
internal sealed partial class PricesJson : JsonSerializerContext;
