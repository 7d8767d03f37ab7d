using Compiled.Language.Binding;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;

namespace Compiled.WebConsole.Pages.Testing;

/// <summary>Trying one state: what goes in, what stands for its work, and the steps to what comes out. FEATURES V-019.</summary>
internal static class TestPage
{
    private static readonly (string Value, string Name)[] s_levels = [("INFO", "What comes out"), ("DEBUG", "The steps too"), ("TRACE", "HTTP requests too")];
    private static readonly (string Value, string Name)[] s_mocks = [("none", "Nothing: it is done"), ("result", "A result"), ("error", "An error")];
    private static readonly (string Value, string Name)[] s_validations = [("STRICT", "strictly"), ("PRESENT", "in the fields that are there"), ("NONE", "not at all")];

    /// <param name="context">The console.</param>
    /// <param name="machine">The machine whose state it is.</param>
    /// <param name="form">What the fields hold.</param>
    /// <param name="result">What the state came to; empty before it was tried.</param>
    public static Markup Of(ConsoleContext context, ConsoleMachine machine, TestForm form, Markup result)
    {
        string arn = machine.Row.Arn;
        MachinePicture picture = context.Pictures.Of(machine.Definition, machine.Row.Type);
        if (picture.Bound.Machine is not { } bound)
            return MissingPage.Of(context, "No states", "The definition has faults that leave no machine.");
        Markup body = Markup.Of($"""
            {PageFrame.Path(("Machines", context.Links.Machines), (machine.Row.Name, context.Links.Machine(arn)))}
            <div class="head"><div><h1>Test a state</h1><p class="sub">It runs by itself, as it would in an execution; nothing of it is kept.</p></div></div>
            <div class="halves top-aligned">
            <form method="post" action="{context.Links.Do("test")}" class="card pad" data-check="{context.Links.Check("input")}"><input type="hidden" name="arn" value="{arn}">
            {Fields(form, bound)}
            <div class="actions end"><button type="button" class="button" data-tidy="yes">Tidy</button><button class="button primary" data-save="yes" title="Ctrl+Enter">{Icons.Play}Test</button></div></form>
            <section class="card pad" id="result" aria-label="Result" aria-live="polite">{(result.IsEmpty ? Bits.Empty("Not tested yet", "The result shows here, with each step from the input to the output.") : result)}</section></div>
            """);
        return PageFrame.Of(context, "Test a state", "machines", body, isWide: true);
    }

    private static Markup Fields(TestForm form, Machine machine) => Markup.Of($"""
        <div class="fields"><label class="grow">State<select name="state">{machine.States.Select(state => Markup.Of($"""<option value="{state.Name}"{Flag.Selected(state.Name == form.State)}>{state.Name} ({state.Type.ToString()})</option>"""))}</select></label>
        {Select("level", "Shown", s_levels, form.Level)}</div>
        <label for="input">Input</label><div class="editor small" data-editor="yes"><pre aria-hidden="true"></pre><textarea id="input" name="input" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="found">{"\n" + form.Input}</textarea></div>
        <div id="found" class="found" aria-live="polite"></div>
        <fieldset class="group"><legend>In place of its work</legend><div class="fields">{Select("mock", "What stands for it", s_mocks, form.Mock)}{Select("validation", "Held to the API", s_validations, form.Validation)}</div>
        <div class="fields for-result">{Area("result", "Result (JSON)", form.MockResult, """{ "Payload": {} }""")}</div>
        <div class="fields for-error"><label class="grow">Error<input type="text" name="error" value="{form.MockError}" maxlength="256" placeholder="States.TaskFailed" autocomplete="off"></label>
        <label class="grow">Cause<input type="text" name="cause" value="{form.MockCause}" autocomplete="off"></label></div></fieldset>
        <details class="more"{Flag.Open(form.Variables is not null || form.Context is not null)}><summary>Variables and context</summary>{Area("variables", "Variables (JSON)", form.Variables, """{ "total": 12 }""")}{Area("context", "Context (JSON)", form.Context, """{ "Execution": { "Name": "test" } }""")}</details>
        <details class="more"{Flag.Open(form.Retries is not null || form.Failures is not null || form.CausedBy is not null || form.ReaderData is not null)}><summary>What happened before</summary>
        <label>Retries of the retrier that names the error<input type="text" inputmode="numeric" name="retries" value="{form.Retries}" autocomplete="off"></label>
        <label>Failed iterations of a Map<input type="text" inputmode="numeric" name="failures" value="{form.Failures}" autocomplete="off"></label>
        <label>State inside that caused the error<input type="text" name="causedby" value="{form.CausedBy}" autocomplete="off"></label>{Area("reader", "What an ItemReader reads", form.ReaderData, "")}</details>
        <details class="more"{Flag.Open(form.RevealsSecrets)}><summary>Role and secrets</summary><label>Role ARN<input type="text" name="role" value="{form.Role}" autocomplete="off"></label>
        <label class="check"><input type="checkbox" name="secrets" value="yes"{Flag.Checked(form.RevealsSecrets)}>Show what a connection adds to an HTTP request</label></details>
        """);

    private static Markup Select(string name, string label, (string Value, string Name)[] options, string chosen) => Markup.Of($"""
        <label>{label}<select name="{name}">{options.Select(option => Markup.Of($"""<option value="{option.Value}"{Flag.Selected(option.Value == chosen)}>{option.Name}</option>"""))}</select></label>
        """);

    private static Markup Area(string name, string label, string? text, string example) => Markup.Of($"""
        <label class="grow">{label}<textarea name="{name}" class="plain" rows="4" spellcheck="false" autocapitalize="off" autocomplete="off" placeholder="{example}">{"\n" + text}</textarea></label>
        """);
}
