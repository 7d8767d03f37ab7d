using Compiled.Durable;
using Compiled.WebConsole.Model;

namespace Compiled.WebConsole;

/// <summary>What pages are made of.</summary>
internal sealed record ConsoleContext(
    Links Links, ConsoleOptions Options, DurableExecutions Executions, IConsoleMachines Machines, ExecutionModels Models, MachinePictures Pictures)
{
    public ExecutionReader Reader => Executions.Reader;

    public DateTimeOffset Now => Executions.TimeProvider.GetUtcNow();
}
