using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class PathsTests
{
    private static string? Set(string target, params PathPart[] parts)
    {
        JsonValue value = JsonValue.Parse(target);
        return Paths.TrySet(ref value, parts, 1) ? value.ToString() : null;
    }

    // L-037
    [Theory]
    [InlineData("{}", """{"a":1}""")]
    [InlineData("""{"a":0,"b":2}""", """{"a":1,"b":2}""")]
    public void TrySet_Name_ReplacesOrAppends(string target, string expected)
    {
        JsonValue value = JsonValue.Parse(target);
        Assert.True(Paths.TrySet(ref value, Key.Of("a"), 1));
        Assert.Equal(expected, value.ToString());
        Assert.Equal(expected, Set(target, Key.Of("a")));
    }

    // L-038
    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void TrySet_NameOnOther_IsRefusedAndChangesNothing(string target)
    {
        JsonValue value = JsonValue.Parse(target);
        Assert.False(Paths.TrySet(ref value, Key.Of("a"), 1));
        Assert.False(Paths.TrySet(ref value, [Key.Of("a"), Key.Of("b")], 1));
        Assert.Equal(target, value.ToString());
    }

    [Fact]
    public void TrySet_MissingParents_AreMade() => Assert.Equal("""{"x":0,"a":{"b":{"c":1}}}""", Set("""{"x":0}""", Key.Of("a"), Key.Of("b"), Key.Of("c")));

    [Fact]
    public void TrySet_ParentIsScalar_IsRefused() => Assert.Null(Set("""{"a":5}""", Key.Of("a"), Key.Of("b")));

    [Fact]
    public void TrySet_ElementThere_IsReplaced() => Assert.Equal("""{"a":[0,{"b":1}]}""", Set("""{"a":[0,{}]}""", Key.Of("a"), 1, Key.Of("b")));

    [Theory]
    [InlineData("""{"a":[0]}""")]
    [InlineData("""{"a":{}}""")]
    [InlineData("{}")]
    public void TrySet_ElementNotThere_IsRefused(string target) => Assert.Null(Set(target, Key.Of("a"), 1));
}
