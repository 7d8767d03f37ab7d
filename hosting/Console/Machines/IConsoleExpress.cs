using Compiled.Durable;

namespace Compiled.WebConsole;

/// <summary>
/// The Express executions that a host keeps in memory for the console; they are in no journal. A host whose services have none shows none. Any thread may call.
/// </summary>
public interface IConsoleExpress
{
    /// <summary>What is kept and for how long, in a sentence that pages show.</summary>
    string Keeping { get; }

    /// <summary>Those that are kept, the newest first.</summary>
    IReadOnlyList<ExecutionSummary> List();

    /// <summary>One of them as it is now; null when it is not kept, or not any more.</summary>
    ConsoleExpressExecution? Find(string executionArn);
}
