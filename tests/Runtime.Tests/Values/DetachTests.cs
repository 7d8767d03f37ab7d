using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

public sealed class DetachTests
{
    private static readonly string s_large = """{"small":{"a":[1,"\n"],"b":{"c":null}},"large":"x"}""".Replace("x", new string('x', 100_000), StringComparison.Ordinal);

    [Fact]
    public void Detach_OfASmallPart_FreesTheLargeText()
    {
        (WeakReference text, JsonValue part) = DetachPart(value => value.Get("small"));

        AssertFreed(text);
        Assert.Equal("""{"a":[1,"\n"],"b":{"c":null}}""", part.ToString());
        Assert.Equal("\n", part.Get("a")[1].AsString());
        Assert.True(part.Get("b").Get("c").IsNull);
        Assert.Equal(part.ToUtf8().Length, part.ByteCount);
    }

    [Fact]
    public void Detach_OfABuiltValueWithASmallPart_FreesTheLargeText()
    {
        (WeakReference text, JsonValue built) = DetachPart(value => JsonValue.Array(value.Get("small").Get("a"), "kept", 1.5));

        AssertFreed(text);
        Assert.Equal("""[[1,"\n"],"kept",1.5]""", built.ToString());
    }

    [Fact]
    public void Detach_OfMostOfATextOrOfNone_IsTheValueItself()
    {
        JsonValue read = JsonValue.Parse(s_large);
        JsonValue built = read.With("more", 1);
        JsonValue small = JsonValue.Parse("""{"a":[1],"b":"0123456789012345678901234567890123456789"}""").Get("a");

        foreach (JsonValue value in new[] { read, built, read.Get("large"), small, "text", 1, JsonValue.True, default, JsonValue.Failure(new Fault("E", null)) })
        {
            Assert.True(SameNode(value, value.Detach()));
        }
    }

    // Both nodes are private to the runtime; a value that is the same object compares equal without being looked into.
    private static bool SameNode(JsonValue left, JsonValue right)
        => Unsafe.As<JsonValue, (object? Node, long Bits)>(ref left).Node == Unsafe.As<JsonValue, (object? Node, long Bits)>(ref right).Node;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Text, JsonValue Value) DetachPart(Func<JsonValue, JsonValue> part)
    {
        JsonValue whole = JsonValue.Parse(s_large);
        var text = new WeakReference(Unsafe.As<JsonValue, (object? Node, long Bits)>(ref whole).Node);
        return (text, part(whole).Detach());
    }

    private static void AssertFreed(WeakReference text)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(text.IsAlive);
    }
}
