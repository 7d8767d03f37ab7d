using System.CommandLine;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Sqlite;

namespace Compiled.Cli.Executions;

/// <summary>What the commands of <c>executions</c> share: their file, and what goes wrong with it.</summary>
internal static class ExecutionsAction
{
    public static Argument<string> File() => new("FILE") { Description = "The SQLite file that durable executions are kept in" };

    public static Argument<string> Execution() => new("EXECUTION") { Description = "The execution's ARN, or its name where one execution of the file has it" };

    public static Argument<string?> OptionalExecution() => new("EXECUTION") { Description = "The execution's ARN or name; all when left out", Arity = ArgumentArity.ZeroOrOne };

    public static Option<bool> Json() => new("--json") { Description = "One JSON document with AWS's member names, for programs" };

    public static Option<TimeSpan> Timeout() => Moments.Length("--timeout", "How long the process that owns the file is waited for", TimeSpan.FromSeconds(30));

    /// <summary>Opens the file and does the command's work.</summary>
    public static void SetAction(this Command command, CliConsole console, Argument<string> file, Func<ParseResult, JournalFile, CancellationToken, Task<int>> work)
        => command.SetAction(async (parsed, token) =>
        {
            string name = parsed.GetValue(file)!;
            try
            {
                using JournalFile journal = JournalFile.Open(name, console);
                return await work(parsed, journal, token).ConfigureAwait(false);
            }
            catch (Exception wrong) when (wrong is SqliteJournalException or ExecutionDoesNotExistException or MapRunDoesNotExistException or InvalidPageTokenException)
            {
                throw new CliException(wrong.Message);
            }
            catch (Exception failure) when (failure is ExecutionNotRedrivableException or RequestNotAnsweredException or RequestRefusedException
                or JournalUnavailableException or JournalMismatchException)
            {
                await console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
                return ExitCodes.Failure;
            }
        });

    /// <summary>Owns the file, if nobody does, and does the work; otherwise asks the process that owns it.</summary>
    public static async Task<T> OwnOrAskAsync<T>(JournalFile journal, TimeSpan timeout, Func<DurableExecutions, Task<T>> own, Func<ExecutionRequests, Task<T>> ask)
    {
        SqliteJournal owned;
        try
        {
            owned = SqliteJournal.Open(journal.Path);
        }
        catch (SqliteJournalException exception) when (exception.IsOwned)
        {
            using SqliteRequests requests = SqliteJournal.OpenRequests(journal.Path);
            return await ask(new ExecutionRequests(journal.Store, requests, timeout)).ConfigureAwait(false);
        }

        await using DurableExecutions executions = new(owned, new DurableOptions { BeginsNothing = true, CompileDefinition = Compilation.RuntimeDefinitions.Compile });
        return await own(executions).ConfigureAwait(false);
    }
}
