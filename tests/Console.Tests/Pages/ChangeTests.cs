using System.Net;
using Compiled.WebConsole;
using Console.Tests.Host;

namespace Console.Tests.Pages;

/// <summary>What is done to versions, aliases and tags. FEATURES V-016, P-063 to P-068.</summary>
public sealed class ChangeTests
{
    [Fact]
    public async Task Alias_FromCreateToDelete_LeadsToVersionsByShares()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string arn = await host.CreateAsync("Greeting", Samples.Greeting);
        Assert.Contains("publish one first", await host.GetAsync($"/machines/{arn}?tab=aliases"), StringComparison.Ordinal);
        await host.DoAsync("publish", ("arn", arn));
        await host.DoAsync("publish", ("arn", arn));

        string created = await host.DoAsync("alias-create", ("arn", arn), ("name", "live"), ("version", arn + ":2"), ("share", "90"), ("other", arn + ":1"), ("description", "What <customers> get"));
        string page = await host.GetAsync($"/machines/{arn}?tab=aliases");
        await host.DoAsync("alias-update", ("arn", arn), ("alias", arn + ":live"), ("version", arn + ":1"), ("share", "100"), ("other", ""));
        ConsoleAlias updated = Assert.Single((await host.Machines.FindAsync(arn))!.Aliases);
        string versions = await host.GetAsync($"/machines/{arn}?tab=versions");

        Assert.Equal($"/console/machines/{arn}?tab=aliases", created);
        Assert.Contains("version 2 · 90 %", page, StringComparison.Ordinal);
        Assert.Contains("version 1 · 10 %", page, StringComparison.Ordinal);
        Assert.Contains("What &lt;customers&gt; get", page, StringComparison.Ordinal);
        Assert.Contains($"/console/start/{arn}:live", page, StringComparison.Ordinal);
        Assert.Equal([new(arn + ":1", 100)], updated.Routes);
        Assert.Contains("aria-label=\"Delete version 2\"", versions, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-label=\"Delete version 1\"", versions, StringComparison.Ordinal);
        await host.DoAsync("alias-delete", ("arn", arn), ("alias", arn + ":live"));
        await host.DoAsync("version-delete", ("arn", arn), ("version", arn + ":2"));
        Assert.Contains("No aliases yet", await host.GetAsync($"/machines/{arn}?tab=aliases"), StringComparison.Ordinal);
        Assert.Equal([arn + ":1"], (await host.Machines.FindAsync(arn))!.Versions.Select(static version => version.Arn));
    }

    [Theory]
    [InlineData("live", "x", "The share is &#39;x&#39;")]
    [InlineData("live", "101", "The share is &#39;101&#39;")]
    [InlineData("a b", "100", "&#39;a b&#39; is no name of an alias.")]
    public async Task Alias_ThatIsRefused_SaysWhyOnItsTab(string name, string share, string why)
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string arn = await host.CreateAsync("Greeting", Samples.Greeting);
        await host.DoAsync("publish", ("arn", arn));

        HttpResponseMessage answer = await host.PostAsync("alias-create", ("arn", arn), ("name", name), ("version", arn + ":1"), ("share", share));
        string page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.Contains("Create an alias", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_SetAndRemoved_ShowOnTheirTab()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string arn = await host.CreateAsync("Greeting", Samples.Greeting);

        await host.DoAsync("tag", ("arn", arn), ("key", "team"), ("value", "<shop>"));
        string page = await host.GetAsync($"/machines/{arn}?tab=tags");
        string led = await host.DoAsync("untag", ("arn", arn), ("key", "team"));

        Assert.Contains("&lt;shop&gt;", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Remove the tag team\"", page, StringComparison.Ordinal);
        Assert.Equal($"/console/machines/{arn}?tab=tags", led);
        Assert.Contains("No tags", await host.GetAsync($"/machines/{arn}?tab=tags"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("version-delete")]
    [InlineData("alias-create")]
    [InlineData("alias-update")]
    [InlineData("alias-delete")]
    [InlineData("tag")]
    [InlineData("untag")]
    [InlineData("test")]
    public async Task Change_FromAnotherSite_IsForbidden(string deed)
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string arn = await host.CreateAsync("Greeting", Samples.Greeting);
        host.Client.DefaultRequestHeaders.Remove("Origin");
        host.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostAsync(deed, ("arn", arn))).StatusCode);
    }

    [Fact]
    public async Task Machine_ThatIsBeingDeleted_SaysSoAndIsNotChanged()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string arn = await host.CreateAsync("Greeting", Samples.Greeting);
        host.Machines.Change(arn, static machine => machine with { Row = machine.Row with { IsDeleting = true } });

        string list = await host.GetAsync("/"), page = await host.GetAsync("/machines/" + arn);

        Assert.Contains("Deleting", list, StringComparison.Ordinal);
        Assert.Contains("Deleting", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/console/do/delete", page, StringComparison.Ordinal);
    }
}
