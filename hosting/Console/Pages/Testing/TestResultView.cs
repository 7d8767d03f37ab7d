using System.Text.Json;
using Compiled.Graph;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Pages.Executions;

namespace Compiled.WebConsole.Pages.Testing;

/// <summary>What a tested state came to, with the steps from its input to its output in the order in which they are taken.</summary>
internal static class TestResultView
{
    // AWS's names of the steps, in the order of "Input and output processing".
    private static readonly (string Key, string Name)[] s_steps =
    [
        ("input", "Input"), ("afterInputPath", "After InputPath"), ("afterItemsPath", "After ItemsPath"), ("afterItemsPointer", "After ItemsPointer"), ("afterItemSelector", "After ItemSelector"),
        ("afterItemBatcher", "After ItemBatcher"), ("afterParameters", "After Parameters"), ("afterArguments", "After Arguments"), ("request", "Request"), ("response", "Response"), ("result", "Result"),
        ("afterResultSelector", "After ResultSelector"), ("afterResultPath", "After ResultPath"),
    ];

    /// <param name="context">The console.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="form">What was tested.</param>
    /// <param name="result">What came of it.</param>
    public static Markup Of(ConsoleContext context, ConsoleMachine machine, TestForm form, ConsoleStateTestResult result)
    {
        JsonElement data = result.InspectionData is null ? default : JsonElement.Parse(result.InspectionData);
        string? variables = Member(data, "variables");
        return Markup.Of($"""
            <div class="code-head bare"><h2>{form.State}</h2>{Status(result.Status)}</div>
            {StatePanel.Fault(result.Error, result.Cause)}
            {Bits.Facts(("Next state", Next(context, machine, form, result, variables)), Whole(data, "errorDetails", "catchIndex", "Catcher"), Whole(data, "errorDetails", "retryIndex", "Retrier"),
                Whole(data, "errorDetails", "retryBackoffIntervalSeconds", "Tried again after (s)"), Whole(data, null, "maxConcurrency", "At once"), Whole(data, null, "toleratedFailureCount", "Tolerated failures"),
                Whole(data, null, "toleratedFailurePercentage", "Tolerated failures (%)"))}
            <ol class="steps">{s_steps.Select(step => (step.Name, Text: Member(data, step.Key))).Where(static step => step.Text is not null).Select(static step => Markup.Of($"<li>{Bits.Json(step.Name, step.Text)}</li>"))}
            {(variables is null ? Markup.Empty : Markup.Of($"<li>{Bits.Json("Variables", variables)}</li>"))}{(result.Output is null ? Markup.Empty : Markup.Of($"<li>{Bits.Json("Output", result.Output)}</li>"))}</ol>
            """);
    }

    // The output goes on as the next state's input, so that a flow can be tried state by state.
    private static Markup Next(ConsoleContext context, ConsoleMachine machine, TestForm form, ConsoleStateTestResult result, string? variables)
        => result.NextState is not { } next ? Markup.Empty : Markup.Of($"""
            <form method="post" action="{context.Links.Do("test")}"><input type="hidden" name="arn" value="{machine.Row.Arn}"><input type="hidden" name="state" value="{next}"><input type="hidden" name="level" value="{form.Level}">
            <input type="hidden" name="role" value="{form.Role}"><input type="hidden" name="context" value="{form.Context}"><input type="hidden" name="input" value="{result.Output}"><input type="hidden" name="variables" value="{variables ?? form.Variables}">
            <button class="button small" title="Its input is this output">{next}{Icons.Chevron}</button></form>
            """);

    private static Markup Status(string status)
    {
        (StateOutcome outcome, string name) = status switch
        {
            "SUCCEEDED" => (StateOutcome.Succeeded, "Succeeded"),
            "RETRIABLE" => (StateOutcome.Running, "Would be retried"),
            "CAUGHT_ERROR" => (StateOutcome.Caught, "Caught error"),
            _ => (StateOutcome.Failed, "Failed"),
        };
        return Markup.Of($"""<span class="status {outcome.ToString().ToLowerInvariant()}">{Icons.Of(outcome)}{name}</span>""");
    }

    private static (string, Markup) Whole(JsonElement data, string? within, string name, string title)
    {
        if (within is not null)
            data = data.ValueKind == JsonValueKind.Object && data.TryGetProperty(within, out JsonElement inner) ? inner : default;
        return (title, Bits.Text(Member(data, name)));
    }

    // JSON values stand in texts; requests and responses are objects, numbers numbers.
    private static string? Member(JsonElement data, string name)
        => data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(name, out JsonElement value) ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}
