using Compiled.Durable;
using Compiled.Graph;
using Compiled.WebConsole.Model;

namespace Compiled.WebConsole;

/// <summary>What pages are made of.</summary>
internal sealed record ConsoleContext(
    Links Links, ConsoleOptions Options, DurableExecutions Executions, IConsoleMachines Machines, ExecutionModels Models, MachinePictures Pictures, IConsoleStateTests? StateTests, IConsoleExpress? Express)
{
    /// <summary>Which way graphs run, as this reader has them.</summary>
    public GraphDirection Direction { get; init; }

    public ExecutionReader Reader => Executions.Reader;

    public DateTimeOffset Now => Executions.TimeProvider.GetUtcNow();
}
