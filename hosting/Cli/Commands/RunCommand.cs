using System.CommandLine;
using Compiled.Cli.Executions;
using Compiled.Cli.Lint;
using Compiled.Compilation;
using Compiled.Language.Faults;
using Compiled.ObjectStore;
using Compiled.Simulation;

namespace Compiled.Cli.Commands;

/// <summary><c>run DEFINITION --input FILE|- [--tasks FILE] [--virtual-time] [--history FILE|-] [--s3 FOLDER] [--durable FILE [--name NAME]]</c>.</summary>
internal static class RunCommand
{
    public static Command Make(CliConsole console)
    {
        Argument<string> definition = new("DEFINITION") { Description = "The definition's file, or - for standard input" };
        Option<string?> input = new("--input") { Description = "The execution's input, or - for standard input; {} when left out", HelpName = "FILE|-" };
        Option<string?> tasks = new("--tasks") { Description = "What each task's resource does; without it every task fails", HelpName = "FILE" };
        Option<bool> virtualTime = new("--virtual-time") { Description = "Waits and delays take no time" };
        Option<string?> history = new("--history") { Description = "Write the events, as GetExecutionHistory does, to this file or to standard output", HelpName = "FILE|-" };
        Option<string?> objects = new("--s3") { Description = "The folder whose folders are the buckets that distributed Maps read and write", HelpName = "FOLDER" };
        Option<string?> durable = new("--durable") { Description = "Keep the execution in this SQLite file, so that it survives the process", HelpName = "FILE" };
        Option<string?> name = new("--name") { Description = "The execution's name; that of an unfinished one in the file of --durable goes on with it", HelpName = "NAME" };
        Option<string> type = CommandOptions.Type();
        Command command = new("run", "Run a definition: the output goes to standard output, error and cause to standard error. " + ExitCodes.Help)
        {
            definition, input, tasks, virtualTime, history, objects, durable, name, type,
        };
        command.SetAction(async (parsed, token) =>
        {
            string path = parsed.GetValue(definition)!;
            string? inputPath = parsed.GetValue(input);
            if (path == TextSource.StandardInput && inputPath == TextSource.StandardInput)
                throw new CliException("Definition and input can't both come from standard input.");
            FolderObjectStore? store = parsed.GetValue(objects) is { } folder ? OutsideFiles.Buckets(folder) : null;
            TextSource source = await TextSource.ReadAsync(path, console, token).ConfigureAwait(false);
            TextSource inputText = inputPath is null ? new TextSource("", "{}") : await TextSource.ReadAsync(inputPath, console, token).ConfigureAwait(false);
            JsonText.Check(inputText);
            TaskSimulator? simulator = parsed.GetValue(tasks) is { } file ? await OutsideFiles.ReadTasksAsync(file, console, token).ConfigureAwait(false) : null;
            CompiledDefinition compiled = DefinitionCompiler.Compile(
                new DefinitionSource(source.Text, CommandOptions.MachineName(path), CommandOptions.MachineTypeOf(parsed.GetValue(type)!)), token);
            if (Refuses(source, compiled, console)) return ExitCodes.Misuse;
            if (parsed.GetValue(durable) is { } journal)
            {
                await using DurableRun run = DurableRun.Open(journal, console, simulator, store, parsed.GetValue(virtualTime));
                return await ReportAsync(
                    await run.ExecuteAsync(compiled.Create(simulator), inputText.Text, parsed.GetValue(name), token).ConfigureAwait(false),
                    parsed.GetValue(history), console, token).ConfigureAwait(false);
            }

            ExecutionResult result = await SimulatedRun.ExecuteAsync(
                compiled.Create(simulator), inputText.Text, simulator, new SimulatedRunOptions
                {
                    VirtualTime = parsed.GetValue(virtualTime),
                    Execution = new ExecutionOptions { ObjectStore = store, Name = parsed.GetValue(name) },
                }, token).ConfigureAwait(false);
            return await ReportAsync(RunOutcome.Of(result), parsed.GetValue(history), console, token).ConfigureAwait(false);
        });
        return command;
    }

    private static bool Refuses(TextSource source, CompiledDefinition compiled, CliConsole console)
    {
        if (compiled.IsRunnable) return false;
        Fault[] errors = [.. compiled.Faults.Where(static fault => fault.Severity == Severity.Error)];
        TextReport.WriteFaults(new LintedFile(source, errors), console.Error);
        if (errors.Length == 0)
            console.Error.WriteLine($"The C# emitted for '{source.Name}' does not compile, which is a fault of this tool: {compiled.Messages.FirstOrDefault(static message => message.IsError)}");
        return true;
    }

    private static async Task<int> ReportAsync(RunOutcome result, string? history, CliConsole console, CancellationToken cancellationToken)
    {
        if (result.Status == ExecutionStatus.Succeeded)
        {
            await console.Output.WriteLineAsync(result.Output.ToString()).ConfigureAwait(false);
        }
        else
        {
            await console.Error.WriteLineAsync($"{result.Status}: {result.Error ?? "(no error name)"}").ConfigureAwait(false);
            if (result.Cause is not null) await console.Error.WriteLineAsync(result.Cause).ConfigureAwait(false);
        }

        if (history is not null)
        {
            string events = result.History();
            if (history == TextSource.StandardInput) await console.Output.WriteLineAsync(events).ConfigureAwait(false);
            else await TextFile.WriteAsync(history, events, cancellationToken).ConfigureAwait(false);
        }

        return result.Status == ExecutionStatus.Succeeded ? ExitCodes.Success : ExitCodes.Failure;
    }
}
