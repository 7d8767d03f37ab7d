using Compiled.Values;

namespace Compiled.Events.Patterns.Tests;

/// <summary>The value itself. Numbers are equal when they are written alike.</summary>
internal sealed record ExactTest(JsonValue Expected) : ValueTest
{
    private readonly string _text = Expected.ToString();

    public override bool Fits(in JsonValue value)
        => value.Kind == Expected.Kind && (value.IsString ? value.AsString() == Expected.AsString() : !value.IsNumber || value.ToString() == _text);
}
