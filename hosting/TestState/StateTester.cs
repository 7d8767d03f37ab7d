using Compiled.TestState.Checks;
using Compiled.TestState.Running;
using Compiled.TestState.Slices;

namespace Compiled.TestState;

/// <summary>
/// Tests one state as AWS Step Functions' <c>TestState</c> does: the state is compiled and runs as in any execution, and what it came to is shown.
/// Any number of tests may run at once.
/// </summary>
/// <remarks>Source: AWS, "Using TestState API to test a state"; FEATURES P-123, M-020 to M-028.</remarks>
public sealed class StateTester(StateTesterOptions? options = null)
{
    // A state that was compiled once serves every tester.
    private static readonly SliceCompiler s_compiler = new();

    private readonly StateTesterOptions _options = options ?? new StateTesterOptions();

    /// <summary>
    /// Tests a state. It may take up to five minutes on the options' clock, as long as its Task or Wait takes; then it has failed with
    /// <c>States.Timeout</c>. A retrier's delay is told and not waited for.
    /// </summary>
    /// <exception cref="StateTestException">The request is refused.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<StateTestResult> TestAsync(StateTestRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        TestedState state = TestedState.Find(request);
        TestSetup setup = RequestChecks.Check(request, state);
        Workflow workflow = s_compiler.Compile(state, _options.TaskHandlers, cancellationToken);
        return await new TestedRun(request, state, setup, workflow, _options).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
