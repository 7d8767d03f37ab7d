using System.Globalization;

namespace Compiled.Language.Json;

/// <summary>A JSON number.</summary>
public sealed class NumberNode : JsonNode
{
    internal NumberNode(string text, TextSpan span)
        : base(span)
    {
        Text = text;
        // The framework of older IDE hosts refuses what exceeds a double instead of giving infinity.
        Value = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : text.StartsWith("-", StringComparison.Ordinal) ? double.NegativeInfinity : double.PositiveInfinity;
    }

    /// <summary>The number as written.</summary>
    public string Text { get; }

    /// <summary>The nearest double; infinite where the number exceeds the range of a double.</summary>
    public double Value { get; }

    /// <summary>Whether it has no fraction (<c>3</c>, <c>3.0</c> and <c>3e2</c> have none) and fits a 64-bit integer.</summary>
    public bool IsInteger => Value is >= -9.2e18 and <= 9.2e18 && Math.Floor(Value) == Value;

    /// <inheritdoc/>
    public override string KindName => "a number";
}
