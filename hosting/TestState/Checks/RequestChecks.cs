using System.Text;
using Compiled.Language.Binding;
using Compiled.TestState.Slices;
using Compiled.Values;

namespace Compiled.TestState.Checks;

/// <summary>Refuses what AWS refuses, in AWS's order as far as it is known: what is wrong with the mock before what is missing without one.</summary>
internal static class RequestChecks
{
    /// <summary>Reads the request's parts.</summary>
    /// <exception cref="StateTestException">One of them is refused.</exception>
    public static TestSetup Check(StateTestRequest request, TestedState tested)
    {
        JsonValue mocked = MockCheck.Check(request, tested.State);
        CheckConfiguration(request);
        if (request.Mock is null)
            CheckUnmocked(request, tested.State);
        JsonValue context = ContextCheck.Check(request.Context, tested.State);
        if (!TryRead(request.Input, out JsonValue input, out string? error))
            throw new StateTestException("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{error}'");
        JsonValue variables = request.Variables is { } text && TryRead(text, out JsonValue read, out _) ? read : default;
        return new TestSetup(input, variables, context, mocked);
    }

    /// <summary>Reads a JSON text; false with what is wrong with it.</summary>
    public static bool TryRead(string text, out JsonValue value, out string? error) => JsonValue.TryParse(Encoding.UTF8.GetBytes(text), out value, out error);

    private static void CheckConfiguration(StateTestRequest request)
    {
        if (request.Configuration is not { } configuration)
            return;
        AtLeastZero(configuration.RetrierRetryCount, "stateConfiguration.retrierRetryCount");
        if (configuration.MapIterationFailureCount is not { } failures)
            return;
        AtLeastZero(failures, "stateConfiguration.mapIterationFailureCount");
        if (request.Mock is null)
            throw StateTestException.Request("TestState does not support MapIterationFailureCount when a mock is not specified.");
    }

    private static void AtLeastZero(int value, string member)
    {
        if (value < 0)
            throw StateTestException.Request($"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: Member must have value greater than or equal to 0");
    }

    // FEATURES M-020. What AWS says of Tasks that wait is not recorded.
    private static void CheckUnmocked(StateTestRequest request, State state)
    {
        if (state is MapState or ParallelState)
            throw StateTestException.Definition("TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
        if (state is not TaskState task)
            return;
        if (task.Arn.Kind == Language.Binding.ResourceKind.Activity)
            throw StateTestException.Definition("TestState API does not support activity tasks when a mock is not specified.");
        if (task.Arn.Pattern != Language.Binding.IntegrationPattern.RequestResponse)
            throw StateTestException.Definition("TestState API does not support Task states with a '.sync' or '.waitForTaskToken' service integration pattern when a mock is not specified.");
        if (string.IsNullOrEmpty(request.RoleArn))
            throw StateTestException.Request("RoleArn must be specified when testing a Task state");
    }
}
