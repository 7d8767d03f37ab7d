namespace Compiled.WebConsole;

/// <summary>Tries single states. A host whose services have none leaves the page out. Any thread may call.</summary>
public interface IConsoleStateTests
{
    /// <summary>Runs one state and shows what it came to.</summary>
    /// <exception cref="ConsoleRefusedException">The state, its input or the mock is refused.</exception>
    ValueTask<ConsoleStateTestResult> TestAsync(ConsoleStateTest test, CancellationToken cancellationToken = default);
}
