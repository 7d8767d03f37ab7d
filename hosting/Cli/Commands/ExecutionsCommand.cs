using System.CommandLine;
using Compiled.Cli.Executions;

namespace Compiled.Cli.Commands;

/// <summary><c>executions list|describe|history|stop|redrive|purge|verify FILE [EXECUTION]</c>.</summary>
internal static class ExecutionsCommand
{
    public static Command Make(CliConsole console) => new(
        "executions", "Look at durable executions in a SQLite file and control them, also while a program owns it. Exit codes: 0 done; 1 it could not be done; 2 the command line or the file is wrong.")
    {
        ListExecutions.Make(console),
        DescribeExecution.Make(console),
        ExecutionHistory.Make(console),
        StopExecution.Make(console),
        RedriveExecution.Make(console),
        PurgeExecutions.Make(console),
        VerifyExecutions.Make(console),
    };
}
