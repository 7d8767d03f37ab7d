using Compiled.WebConsole.Html;

namespace Compiled.WebConsole.Pages;

/// <summary>Starting an execution. FEATURES V-004.</summary>
internal static class StartPage
{
    /// <param name="context">The console.</param>
    /// <param name="start">What the fields hold; the ARN may be that of a version or an alias.</param>
    /// <param name="machineArn">The machine's ARN.</param>
    /// <param name="machineName">The machine's name.</param>
    /// <param name="trouble">Why it was refused; null at first.</param>
    public static Markup Of(ConsoleContext context, ConsoleStart start, string machineArn, string machineName, ConsoleRefusedException? trouble)
    {
        string of = start.StateMachineArn == machineArn ? machineName : $"{machineName} {start.StateMachineArn[(machineArn.Length + 1)..]}";
        Markup body = Markup.Of($"""
            <form method="post" action="{context.Links.Do("start")}" class="narrow" data-check="{context.Links.Check("input")}">
            {PageFrame.Path(("Machines", context.Links.Machines), (machineName, context.Links.Machine(machineArn)))}
            <div class="head"><div><h1>Start execution</h1><p class="sub">of {of}</p></div></div>
            {EditPage.Trouble(trouble)}
            <input type="hidden" name="arn" value="{start.StateMachineArn}">
            <div class="card pad"><label>Name<input type="text" name="name" value="{start.Name}" maxlength="80" placeholder="Left out: one that nobody chose" autocomplete="off"></label>
            <label for="input">Input</label><div class="editor small" data-editor="yes"><pre aria-hidden="true"></pre><textarea id="input" name="input" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="found" autofocus>{"\n" + start.Input}</textarea></div>
            <div id="found" class="found" aria-live="polite"></div>
            <details><summary>Trace header</summary><label>X-Amzn-Trace-Id<input type="text" name="trace" value="{start.TraceHeader}" maxlength="256" placeholder="Root=1-...;Parent=...;Sampled=1" autocomplete="off"></label></details>
            <div class="actions end"><button type="button" class="button" data-tidy="yes">Tidy</button><button class="button primary" data-save="yes" title="Ctrl+Enter">{Icons.Play}Start</button></div></div>
            </form>
            """);
        return PageFrame.Of(context, "Start execution", "machines", body);
    }
}
