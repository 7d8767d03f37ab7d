using System.Globalization;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Pages;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Endpoints;

/// <summary>What is done to versions, aliases and tags. What is refused is told on the tab on which it was asked for.</summary>
internal static class MachineDeeds
{
    public static void Map(Action<string, Func<ConsoleContext, IFormCollection, CancellationToken, Task<IResult>>> deed)
    {
        Map("publish", "versions", static (machines, form, cancellationToken) => machines.PublishVersionAsync(Text(form, "arn"), Optional(form, "description"), cancellationToken).AsTask());
        Map("version-delete", "versions", static (machines, form, cancellationToken) => machines.DeleteVersionAsync(Text(form, "version"), cancellationToken).AsTask());
        Map("alias-create", "aliases", static (machines, form, cancellationToken) => machines.CreateAliasAsync(Text(form, "arn"), Text(form, "name"), DraftOf(form), cancellationToken).AsTask());
        Map("alias-update", "aliases", static (machines, form, cancellationToken) => machines.UpdateAliasAsync(Text(form, "alias"), DraftOf(form), cancellationToken).AsTask());
        Map("alias-delete", "aliases", static (machines, form, cancellationToken) => machines.DeleteAliasAsync(Text(form, "alias"), cancellationToken).AsTask());
        Map("tag", "tags", static (machines, form, cancellationToken) => machines.SetTagAsync(Text(form, "arn"), Text(form, "key"), form["value"].ToString(), cancellationToken).AsTask());
        Map("untag", "tags", static (machines, form, cancellationToken) => machines.RemoveTagAsync(Text(form, "arn"), Text(form, "key"), cancellationToken).AsTask());

        void Map(string name, string tab, Func<IConsoleMachines, IFormCollection, CancellationToken, Task> act)
            => deed(name, (console, form, cancellationToken) => DoAsync(console, form, tab, act, cancellationToken));
    }

    private static async Task<IResult> DoAsync(
        ConsoleContext console, IFormCollection form, string tab, Func<IConsoleMachines, IFormCollection, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        string arn = Text(form, "arn");
        try
        {
            await act(console.Machines, form, cancellationToken).ConfigureAwait(false);
            return Answers.To(console.Links.Machine(arn, tab));
        }
        catch (ConsoleRefusedException refused)
        {
            return await console.Machines.FindAsync(arn, cancellationToken).ConfigureAwait(false) is { } machine
                ? Answers.Page(MachinePage.Of(console, machine, tab, ExecutionFilters.Of(QueryCollection.Empty), refused), StatusCodes.Status422UnprocessableEntity)
                : Answers.Missing(console, "No such machine", arn);
        }
    }

    private static ConsoleAliasDraft DraftOf(IFormCollection form)
    {
        if (!int.TryParse(Text(form, "share"), NumberStyles.None, CultureInfo.InvariantCulture, out int share) || share > 100)
            throw new ConsoleRefusedException("ValidationException", $"The share is '{Text(form, "share")}', and should be a whole number from 0 to 100.");
        string first = Text(form, "version"), other = Text(form, "other");
        return new ConsoleAliasDraft(Optional(form, "description"), other.Length == 0 ? [new(first, share)] : [new(first, share), new(other, 100 - share)]);
    }

    private static string Text(IFormCollection form, string name) => form[name].ToString();

    private static string? Optional(IFormCollection form, string name) => Text(form, name) is { Length: > 0 } text ? text : null;
}
