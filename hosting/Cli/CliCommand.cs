using System.CommandLine;
using Compiled.Cli.Commands;

namespace Compiled.Cli;

/// <summary>The command line: <c>lint</c>, <c>run</c>, <c>executions</c>, <c>serve</c>, <c>graph</c> and <c>schema</c>.</summary>
public static class CliCommand
{
    /// <summary>Runs one command line and gives its exit code, see <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(string[] args, CliConsole console, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(console);
        RootCommand root = new("Checks, runs and draws Amazon States Language definitions. " + ExitCodes.Help)
        {
            LintCommand.Make(console),
            RunCommand.Make(console),
            ExecutionsCommand.Make(console),
            ServeCommand.Make(console),
            GraphCommand.Make(console),
            SchemaCommand.Make(console),
        };
        ParseResult parsed = root.Parse(args);
        InvocationConfiguration configuration = new() { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false };
        try
        {
            int code = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
            return parsed.Errors.Count > 0 ? ExitCodes.Misuse : code;
        }
        catch (CliException exception)
        {
            await console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return ExitCodes.Misuse;
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("Stopped.").ConfigureAwait(false);
            return ExitCodes.Failure;
        }
    }
}
