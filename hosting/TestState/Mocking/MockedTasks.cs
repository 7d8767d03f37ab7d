using System.Globalization;
using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.TestState.Mocking;

/// <summary>
/// Answers the tasks of executions that were started with a test case, as a mock file says; states that the case doesn't list, and executions without
/// one, go on to what is real. The class to give a host as its <c>TaskHandlers</c>; the case goes with the start
/// (<c>StartOptions.TestCase</c>, <c>ExecutionOptions.TestCase</c>).
/// </summary>
/// <remarks>
/// A mocked task ends at once, also one of a job or a token. Which call it is, the execution counts itself, and the case is part of its start: a durable
/// execution that is resumed goes on with the next number. A call that was under way when its process died is made again with the same number, so
/// the answer is the same. Children of a distributed Map have the case too and count for themselves. Activities take no answer from here:
/// <see cref="Check"/> tells. FEATURES M-005 to M-010.
/// </remarks>
/// <param name="file">The mock file.</param>
/// <param name="real">What does the tasks that are not mocked; null fails them by name.</param>
public sealed class MockedTasks(MockFile file, ITaskHandler? real = null) : ITaskHandler
{
    /// <summary>Makes sure, before an execution starts, that its test case is there and fits its machine.</summary>
    /// <param name="machine">The machine's name as the file has it.</param>
    /// <param name="testCase">The test case.</param>
    /// <param name="definition">The machine as it was compiled.</param>
    /// <exception cref="MockFileException">There is no such case, or it names a state that is not there, is no Task, or is an activity's.</exception>
    public void Check(string machine, string testCase, MachineInfo definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        foreach (string name in file.StatesOf(machine, testCase))
        {
            string place = $"'{file.Path}' at '/StateMachines/{machine}/TestCases/{testCase}/{name}'";
            StateInfo state = definition.States.FirstOrDefault(state => state.Name == name) ?? throw new MockFileException($"{place}: the state machine has no state of that name.");
            if (state.Type != StateType.Task)
                throw new MockFileException($"{place}: only Task states are mocked, and this is a {state.Type} state.");
            if (state.ResourceKind == ResourceKind.Activity)
                throw new MockFileException($"{place}: tasks of activities are not mocked; a worker does them.");
        }
    }

    /// <inheritdoc/>
    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        if (Find(in context) is not { } responses)
            return real is null ? ValueTask.FromResult(Unmocked(in context)) : real.HandleAsync(input, context, cancellationToken);
        int invocation = context.Invocation;
        JsonValue answer = responses.Find(invocation);
        if (answer.IsMissing)
            return ValueTask.FromResult(BeyondTheLast(responses, in context, invocation));
        // The call that hands a token out is answered by its result; what the token brings is the mocked one, and it is there already.
        if (context.State?.Pattern != IntegrationPattern.WaitForTaskToken || answer.IsFailure || context.TaskToken is not { } token)
            return ValueTask.FromResult(answer);
        context.Options.TaskTokens.SendTaskSuccess(token, answer);
        return ValueTask.FromResult(JsonValue.EmptyObject);
    }

    /// <inheritdoc/>
    public bool IsIdempotent(JsonValue input, TaskContext context) => Find(in context) is not null || (real?.IsIdempotent(input, context) ?? false);

    private MockedResponses? Find(in TaskContext context)
    {
        if (context.TestCase is not { } testCase)
            return null;
        // A child of a distributed Map runs as MACHINE/LABEL.
        string machine = context.StateMachineName;
        int label = machine.IndexOf('/', StringComparison.Ordinal);
        return file.Find(label < 0 ? machine : machine[..label], testCase, context.StateName);
    }

    // M-007: States.Runtime is neither retried nor caught.
    private static JsonValue BeyondTheLast(MockedResponses responses, in TaskContext context, int invocation) => JsonValue.Failure(new Fault(
        StatesErrors.Runtime,
        string.Create(CultureInfo.InvariantCulture, $"State '{context.StateName}' was called {invocation + 1} times, and the mocked response '{responses.Name}' of test case '{context.TestCase}' has no answer for call {invocation}.")));

    private static JsonValue Unmocked(in TaskContext context) => JsonValue.Failure(new Fault(
        StatesErrors.TaskFailed, $"Nothing does the task of '{context.Resource}', and no test case answers state '{context.StateName}'."));
}
