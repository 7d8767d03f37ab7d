using System.Text.Json;
using Compiled.Jsonata;
using Expressions;

JsonElement order = JsonElement.Parse("""
    {
      "customer": { "name": "Ada" },
      "lines": [
        { "article": "hat", "quantity": 2, "price": 34.45 },
        { "article": "cloak", "quantity": 1, "price": 107.99 },
        { "article": "scarf", "quantity": 3, "price": 21.6 }
      ]
    }
    """);

Console.WriteLine($"total: {Prices.Total(order)}");
Console.WriteLine($"dear:  {Prices.Dear(order, limit: 30)}");
Letter letter = Prices.Write(order, "Hello");
Console.WriteLine(letter.Title);
Console.WriteLine(letter.Text);
try
{
    Prices.Total(JsonElement.Parse("""{ "lines": [{ "quantity": "two", "price": 1 }] }"""));
}
catch (JsonataException exception)
{
    Console.WriteLine($"{exception.Code}: {exception.Message}");
}
