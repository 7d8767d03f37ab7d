using System.Text;
using Compiled.Values;

namespace Compiled.Events.Patterns.Tests;

/// <summary>The value itself. Numbers are equal when they are written alike.</summary>
internal sealed record ExactTest(JsonValue Expected) : ValueTest
{
    private readonly string _text = Expected.IsString ? Expected.AsString() : Expected.ToString();
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(Expected.IsString ? Expected.AsString() : "");

    public override bool Fits(in JsonValue value)
        => value.Kind == Expected.Kind && (value.IsString ? value.StringEquals(_text, _utf8) : !value.IsNumber || value.ToString() == _text);
}
