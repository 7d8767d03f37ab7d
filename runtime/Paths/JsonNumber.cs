using System.Text;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>Reads text that may be a JSON number.</summary>
internal static class JsonNumber
{
    public static bool TryRead(string text, out JsonValue number)
        => JsonValue.TryParse(Encoding.UTF8.GetBytes(text), out number, out _) && number.IsNumber;
}
