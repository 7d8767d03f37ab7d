using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;

namespace Compiled.WebConsole.Pages;

/// <summary>Writing a definition, with its faults and its graph beside it as it is written. FEATURES V-001, V-003.</summary>
internal static class EditPage
{
    /// <summary>What a new machine begins with.</summary>
    public const string Beginning = """
        {
          "Comment": "A machine to begin with",
          "QueryLanguage": "JSONata",
          "StartAt": "Greet",
          "States": {
            "Greet": {
              "Type": "Pass",
              "Output": "{% { 'greeting': 'Hello, ' & ($states.input.name ? $states.input.name : 'world') } %}",
              "End": true
            }
          }
        }
        """;

    /// <param name="context">The console.</param>
    /// <param name="draft">What the fields hold.</param>
    /// <param name="arn">The machine that is changed; null for a new one.</param>
    /// <param name="trouble">Why it was refused; null at first.</param>
    public static Markup Of(ConsoleContext context, ConsoleMachineDraft draft, string? arn, ConsoleRefusedException? trouble)
    {
        MachinePicture picture = context.Pictures.Of(draft.Definition, draft.Type);
        string title = arn is null ? "Create machine" : $"Edit {draft.Name}";
        Markup path = arn is null ? PageFrame.Path(("Machines", context.Links.Machines)) : PageFrame.Path(("Machines", context.Links.Machines), (draft.Name, context.Links.Machine(arn)));
        Markup names = arn is null ? NameFields(draft) : Markup.Of($"""<input type="hidden" name="arn" value="{arn}"><input type="hidden" name="type" value="{draft.Type.ToString()}">""");
        Markup body = Markup.Of($"""
            <form class="workspace" method="post" action="{context.Links.Do(arn is null ? "create" : "update")}" data-check="{context.Links.Check("definition")}">
            {path}<div class="head"><div><h1>{title}</h1></div><div class="actions"><button class="button primary" data-save="yes" title="Ctrl+S">{(arn is null ? "Create" : "Save")}</button></div></div>
            {Trouble(trouble)}
            <div class="fields">{names}<label class="grow">Role ARN<input type="text" name="role" value="{draft.RoleArn}" placeholder="Left out: a role that stands for none" autocomplete="off"></label></div>
            <div class="halves fill"><div class="card editing"><div class="editor" data-editor="yes"><pre aria-hidden="true"></pre><textarea name="definition" spellcheck="false" autocapitalize="off" autocomplete="off" aria-label="Definition" aria-describedby="found">{"\n" + draft.Definition}</textarea></div>
            <div id="found" class="found" aria-live="polite">{FaultList.Of(picture)}</div></div>
            <div class="card" id="preview">{GraphView.Of(GraphView.Machine(context, picture), "Graph of the definition", null)}</div></div>
            </form>
            """);
        return PageFrame.Of(context, title, "machines", body, isWide: true);
    }

    /// <summary>Why something was refused.</summary>
    public static Markup Trouble(ConsoleRefusedException? trouble)
        => trouble is null ? Markup.Empty : Markup.Of($"""<div class="banner failed" role="alert">{Icons.Alert}<div><strong>{trouble.Code}</strong><p>{trouble.Message}</p></div></div>""");

    private static Markup NameFields(ConsoleMachineDraft draft) => Markup.Of($"""
        <label class="grow">Name<input type="text" name="name" value="{draft.Name}" required maxlength="80" autocomplete="off" autofocus></label>
        <label>Type<select name="type"><option value="Standard"{Flag.Selected(draft.Type == MachineType.Standard)}>Standard</option><option value="Express"{Flag.Selected(draft.Type == MachineType.Express)}>Express</option></select></label>
        """);
}
