using Compiled.WebConsole.Html;

namespace Console.Tests.Security;

/// <summary>Text never becomes markup, and holes where encoding does not help are refused.</summary>
public sealed class MarkupTests
{
    private const string Attack = "<script>alert('1')</script>\"><img src=x onerror=alert(1)>`&\0";

    [Fact]
    public void Text_InContent_IsEncoded()
        => Assert.Equal(
            "<b>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#96;&amp;\uFFFD</b>", Markup.Of($"<b>{Attack}</b>").ToString());

    [Fact]
    public void Text_InAnAttribute_CannotLeaveIt()
        => Assert.Equal("<a title=\"&quot; onclick=&quot;x\">1</a>", Markup.Of($"<a title=\"{"\" onclick=\"x"}\">{1}</a>").ToString());

    [Fact]
    public void Markup_InMarkup_StaysAsItIs()
    {
        Markup inner = Markup.Of($"<i>{"<"}</i>");

        Assert.Equal("<p><i>&lt;</i><i>&lt;</i></p>", Markup.Of($"<p>{new[] { inner, inner }}</p>").ToString());
    }

    [Fact]
    public void Text_WhereEncodingDoesNotHelp_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<a href=\"{"javascript:alert(1)"}\">x</a>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<a HREF=\"{"javascript:alert(1)"}\">x</a>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<form action=\"{Attack}\"></form>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<img src=\"{Attack}\">"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<b onclick=\"{Attack}\">x</b>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<b style=\"{Attack}\">x</b>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<b {Attack}>x</b>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<b title={Attack}>x</b>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<{Attack}>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<script>{Attack}</script>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<style>{Attack}</style>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<b title=\"{Markup.Of($"<i></i>")}\">x</b>"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<b title=\"x"));
        Assert.Throws<InvalidOperationException>(static () => Markup.Of($"<b title='x'></b>"));
    }

    [Fact]
    public void Link_OfText_StaysInTheConsole()
    {
        Assert.Equal("/c/machines/javascript:alert%281%29%22%3E", Link.To("/c/machines").Segment("javascript:alert(1)\">").ToString());
        Assert.Equal("/c?a=%26b%3D%22&c=%3F", Link.To("/c").With("a", "&b=\"").With("c", "?").With("d", null).ToString());
        Assert.Throws<ArgumentException>(static () => Link.To("//elsewhere.example"));
        Assert.Throws<ArgumentException>(static () => Link.To("https://elsewhere.example"));
        Assert.Throws<ArgumentException>(static () => Link.To("/\\elsewhere.example"));
    }
}
